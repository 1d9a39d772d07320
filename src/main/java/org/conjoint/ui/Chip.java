package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** A small fact in the bar or in a row; never a grade. */
public final class Chip extends Span {

    public Chip(String words) {
        addClassName("chip");
        setText(words);
    }

    /** Several pieces in a row. */
    public Chip(Component... pieces) {
        addClassName("chip");
        add(pieces);
    }

    /** On the soft ground of the accent: what holds now, such as the policy version in force. */
    public Chip soft() {
        addClassName("soft");
        return this;
    }
}
