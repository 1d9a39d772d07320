package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.PartGrade;

/** A status or a grade on its ground: always the word, never the colour alone. */
public final class Pill extends Span {

    public Pill(String words) {
        addClassName("pill");
        setText(words);
    }

    /** Words with something before them, such as a dot. */
    public Pill(Component first, String words) {
        addClassName("pill");
        add(first, new Span(words));
    }

    public static Pill of(PartGrade grade) {
        return coloured(Words.of(grade), Words.colour(grade));
    }

    public static Pill of(JointGrade grade) {
        return coloured(Words.of(grade), Words.colour(grade));
    }

    public static Pill of(Composition composition) {
        return new Pill(Words.of(composition));
    }

    private static Pill coloured(String words, String colour) {
        var pill = new Pill(words);
        if (!colour.isEmpty()) {
            pill.addClassName(colour);
        }
        return pill;
    }
}
