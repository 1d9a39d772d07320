package org.conjoint.shell;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.conjoint.access.Accounts;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Theme;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts the look that an account chose into the page before it is painted. */
@Component
@ConditionalOnWebApplication
class Themes implements VaadinServiceInitListener {

    private final Accounts accounts;
    private final CurrentUser currentUser;

    Themes(Accounts accounts, CurrentUser currentUser) {
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var theme = currentUser.isSignedIn() ? accounts.theme() : Theme.SYSTEM;
            if (theme != Theme.SYSTEM) {
                var html = page.getDocument().getElementsByTag("html");
                html.attr("style", "color-scheme: " + scheme(theme).getValue());
                html.attr("theme", scheme(theme).getThemeValue());
            }
        });
    }

    static ColorScheme.Value scheme(Theme theme) {
        return switch (theme) {
            case SYSTEM -> ColorScheme.Value.SYSTEM;
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
        };
    }
}
