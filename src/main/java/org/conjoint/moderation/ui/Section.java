package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.VerdictGuide;

/**
 * A part of the judgement column: a heading, and on the same line what is wrong, so that a complaint moves nothing. It
 * shows the form as it stands; complaints only once the rater has tried to submit.
 */
abstract class Section extends Div {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final H2 label = new H2();
    private final Span trouble = new Span();
    private final String troubleId = "trouble-" + COUNT.incrementAndGet();

    Section(String heading) {
        addClassName("section");
        label.setText(heading);
        label.addClassName("label");
        trouble.addClassName("trouble");
        trouble.setId(troubleId);
        trouble.getElement().setAttribute("aria-live", "polite");
        var head = new Div(label, trouble);
        head.addClassName("head");
        add(head);
    }

    /** Shows the form and what follows from it. */
    abstract void show(FormState form, VerdictGuide guide);

    /** Whether this section shows the field, named as in {@link Problem#field()}. */
    abstract boolean owns(String field);

    /** Puts the focus where the field is filled in. */
    abstract void focusField(String field);

    /** The problems of this section's fields; an empty list clears what was shown. */
    void complain(List<Problem> problems) {
        trouble.setText(mine(problems).map(Problem::message).orElse(""));
        getElement().setAttribute("data-invalid", mine(problems).isPresent());
    }

    /** The complaint that is shown; empty when nothing is wrong. */
    String complaint() {
        return trouble.getText();
    }

    String troubleId() {
        return troubleId;
    }

    private Optional<Problem> mine(List<Problem> problems) {
        return problems.stream().filter(problem -> owns(problem.field())).findFirst();
    }
}
