package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show: what would be here, and how it comes to be. */
public final class EmptyState extends Div {

    /**
     * @param icon a name in the theme's {@code icons.css}
     * @param title what is empty, in a few words
     * @param text why, and what to do
     */
    public EmptyState(String icon, String title, String text, Component... actions) {
        addClassName("state");
        add(new Icon(icon), new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("actions");
            add(row);
        }
    }
}
