package org.conjoint.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import org.conjoint.ui.Icon;

/** Everything that can be set, as far as one's roles reach: the menu entries below {@code settings/}. */
@Route("settings")
@PageTitle("Settings")
@Menu(title = "Settings", order = 100, icon = "settings")
@PermitAll
class SettingsView extends Div {

    SettingsView() {
        addClassNames("page-scroll", "home");
        var head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        var tiles = new Div();
        tiles.addClassName("tiles");
        MenuConfiguration.getMenuEntries().stream()
                .filter(Rail::isBelowSettings)
                .forEach(entry -> tiles.add(card(entry)));
        add(head, tiles);
    }

    private Anchor card(MenuEntry entry) {
        var title = new Span(entry.title());
        title.addClassName("tile-title");
        var card = new Anchor(Rail.path(entry), new Icon(entry.icon() == null ? "settings" : entry.icon()), title);
        card.addClassNames("card", "tile");
        var text = getTranslation("settings." + Rail.path(entry).replaceFirst("^/?settings/", ""));
        if (!text.startsWith("!")) {
            var line = new Span(text);
            line.addClassName("tile-text");
            card.add(line);
        }
        return card;
    }
}
