package org.conjoint.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Theme;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The menu behind the picture of the account: who one is, the look, settings, signing out. */
@Component
@ConditionalOnWebApplication
class AccountMenu {

    /** What a menu may hold beside its items: words that are read, and cannot be chosen. */
    private static final String GROUP = "group";

    private final Accounts accounts;
    private final AuthenticationContext authentication;

    AccountMenu(Accounts accounts, AuthenticationContext authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
    }

    MenuBar build(CurrentUser user) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.addClassName("account-menu");
        var avatar = new Avatar(user.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        var root = bar.addItem(avatar);
        root.setAriaLabel(I18NProvider.translate("frame.account", user.name()));
        var menu = root.getSubMenu();
        menu.addComponent(whoever(user));
        addThemes(menu);
        menu.addSeparator();
        menu.addItem(words("frame.settings"), event -> UI.getCurrent().navigate(SettingsView.class));
        menu.addItem(words("frame.sign-out"), event -> authentication.logout());
        return bar;
    }

    private void addThemes(SubMenu menu) {
        var chosen = accounts.theme();
        var items = new EnumMap<Theme, MenuItem>(Theme.class);
        var title = new Span(words("frame.theme"));
        title.addClassName("label");
        title.getElement().setAttribute("role", GROUP);
        menu.addSeparator();
        menu.addComponent(title);
        for (var theme : Theme.values()) {
            var item = menu.addItem(words("frame.theme." + theme.name()), event -> choose(theme, items));
            item.setCheckable(true);
            item.setChecked(theme == chosen);
            items.put(theme, item);
        }
    }

    private void choose(Theme theme, Map<Theme, MenuItem> items) {
        accounts.chooseTheme(theme);
        UI.getCurrent().getPage().setColorScheme(Themes.scheme(theme));
        items.forEach((each, item) -> item.setChecked(each == theme));
    }

    private static Div whoever(CurrentUser user) {
        var name = new Span(user.name());
        name.addClassName("account-name");
        var roles = new Span(user.roles().stream()
                .sorted()
                .map(role -> words("role." + role.name()))
                .collect(Collectors.joining(", ")));
        roles.addClassName("hint");
        var box = new Div(name, roles);
        box.addClassName("account-who");
        box.getElement().setAttribute("role", GROUP);
        return box;
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
