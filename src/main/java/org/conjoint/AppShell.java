package org.conjoint;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every screen: the theme and the push connection. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://themes/conjoint/conjoint.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Conjoint");
        settings.addLink("icon", "themes/conjoint/favicon.svg");
    }
}
