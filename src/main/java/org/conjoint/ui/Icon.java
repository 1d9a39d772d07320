package org.conjoint.ui;

import com.vaadin.flow.component.html.Span;

/** A drawn mark in the colour of the text around it; the words beside it carry the meaning. */
public final class Icon extends Span {

    /** @param name a name in the theme's {@code icons.css}, such as {@code search} */
    public Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
