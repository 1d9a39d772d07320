package org.conjoint.ui;

import com.vaadin.flow.component.html.H1;

/** What a screen is called, for screen readers: those who see read it in the bar above. */
public final class ReadHeading extends H1 {

    public ReadHeading(String words) {
        super(words);
        addClassName("only-read");
    }
}
