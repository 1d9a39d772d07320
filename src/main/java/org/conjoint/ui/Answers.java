package org.conjoint.ui;

import com.vaadin.flow.component.HasElement;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names answers in the page, so that a {@link Journal} can keep them. */
public final class Answers {

    private static final String FIELD = "data-field";

    private Answers() {}

    /** A text that is typed. */
    public static void text(HasElement text, String field) {
        text.getElement().setAttribute(FIELD, field);
    }

    /** A choice from a list, or a group to tick, that offers these in this order; the codes hold no spaces. */
    public static <T> void choice(HasElement choice, String field, T[] offered, Function<T, String> code) {
        choice.getElement()
                .setAttribute(FIELD, field)
                .setAttribute("data-codes", Arrays.stream(offered).map(code).collect(Collectors.joining(" ")));
    }

    /** A button that says one thing. */
    public static void press(HasElement button, String field, String value) {
        button.getElement().setAttribute(FIELD, field).setAttribute("data-value", value);
    }
}
