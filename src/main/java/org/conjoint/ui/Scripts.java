package org.conjoint.ui;

import com.vaadin.flow.component.Component;

/** Loads the bundled web components that a component is made of, once a page. */
public final class Scripts {

    private Scripts() {}

    /** The small components that every screen uses. */
    public static void kit(Component component) {
        load(component, "kit");
    }

    /** The stage on which a post is shown and heard. */
    public static void stage(Component component) {
        load(component, "stage");
    }

    private static void load(Component component, String module) {
        component
                .getElement()
                .getNode()
                .runWhenAttached(ui -> ui.getPage().addJsModule("context://conjoint/%s.js".formatted(module)));
    }
}
