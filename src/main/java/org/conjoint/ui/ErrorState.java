package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Something went wrong: what happened, what was kept, what to do. */
public final class ErrorState extends Div {

    /**
     * @param title what happened, in a few words
     * @param text what was kept and what to do
     */
    public ErrorState(String title, String text, Component... actions) {
        addClassNames("state", "error");
        getElement().setAttribute("role", "alert");
        add(new Icon("warn"), new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("actions");
            add(row);
        }
    }
}
