package org.conjoint.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;

/** The ways on from an error page. */
final class Links {
    private Links() {}

    static Anchor home() {
        var link = new Anchor(".", I18NProvider.translate("action.home"));
        link.addClassName("way-on");
        return link;
    }
}
