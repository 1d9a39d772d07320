package org.conjoint.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Objects;
import org.conjoint.meaning.Part;
import org.conjoint.policy.PolicyExample;
import org.conjoint.policy.PolicyExample.ExampleMedium;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Pill;
import org.conjoint.ui.Words;

/** An example, closed to its one sentence; opened, each part with its grade, the whole, and why. */
final class ExampleCard extends Details {

    ExampleCard(PolicyExample example, String locale) {
        addClassName("example");
        var id = new Span(example.id());
        id.addClassName("clause-id");
        var summary = new Span(example.summary());
        summary.addClassName("example-summary");
        summary.getElement().setAttribute("lang", locale).setAttribute("dir", "auto");
        var head = new Div(id, summary, Pill.of(example.joint()));
        head.addClassName("example-head");
        setSummary(head);
        var parts = new Div();
        parts.addClassName("example-parts");
        example.media()
                .forEach((part, medium) -> parts.add(
                        label(new PartDot(part), Words.of(part)),
                        medium(part, medium, example.language()),
                        Pill.of(Objects.requireNonNull(example.grades().get(part)))));
        parts.add(label(PartDot.joint(), "Together"), together(example), Pill.of(example.composition()));
        add(parts, why(example));
    }

    private static Component label(PartDot dot, String words) {
        var label = new Span(dot, new Span(words));
        label.addClassName("example-label");
        return label;
    }

    private static Component medium(Part part, ExampleMedium medium, String language) {
        if (part == Part.CAPTION) {
            return new OriginalText(medium.description(), language);
        }
        var words = new Span(medium.description());
        if (medium.text() != null) {
            words.add(new Span(" · reads: "), new OriginalText(medium.text(), language));
        }
        return words;
    }

    private static Component together(PolicyExample example) {
        return new Span("This post says that %s.".formatted(example.reading()));
    }

    private static Component why(PolicyExample example) {
        var why = new Paragraph(example.rationale());
        why.addClassName("hint");
        if (example.exemptionId() != null) {
            why.add(" Allowed by %s.".formatted(example.exemptionId()));
        }
        if (example.twinOf() != null && example.changedPart() != null) {
            why.add(" Twin of %s: only the %s differs."
                    .formatted(example.twinOf(), Words.of(example.changedPart()).toLowerCase(Locale.ROOT)));
        }
        return why;
    }
}
