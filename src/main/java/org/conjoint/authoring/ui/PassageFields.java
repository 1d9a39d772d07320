package org.conjoint.authoring.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.conjoint.authoring.Passage;
import org.conjoint.authoring.Wording;
import org.conjoint.policy.PolicySection;

/** Where a passage is written; each pause in writing is told. */
final class PassageFields extends Div {

    private static final int PAUSE_MILLIS = 500;

    private final TextField title = new TextField("Heading");
    private final TextArea text = new TextArea();
    private final TextArea test = new TextArea("One yes/no question");
    private final Passage passage;

    PassageFields(Passage passage, Wording wording, Consumer<Wording> written) {
        this.passage = passage;
        addClassName("passage-fields");
        var guide = new Paragraph(guide(passage));
        guide.addClassName("muted");
        add(guide);
        var worded = passage instanceof Passage.Worded;
        if (worded) {
            add(title);
        }
        add(text);
        var clause = worded && !wording.test().isEmpty()
                || worded && !((Passage.Worded) passage).id().contains("-A");
        if (clause) {
            add(test);
        }
        text.setLabel(passage instanceof Passage.Whole ? "Source" : passage instanceof Passage.Title ? "Name" : "Text");
        text.setMinRows(passage instanceof Passage.Title ? 1 : passage instanceof Passage.Whole ? 24 : 8);
        text.setMaxRows(32);
        test.setMinRows(1);
        if (passage instanceof Passage.Whole) {
            text.addClassName("source");
        }
        passage.locale().ifPresent(locale -> {
            for (var field : List.of(title, text, test)) {
                field.getElement().setAttribute("lang", locale);
            }
        });
        show(wording);
        title.setWidthFull();
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(PAUSE_MILLIS);
        tell(title, written);
        for (var field : List.of(text, test)) {
            field.setWidthFull();
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(PAUSE_MILLIS);
            tell(field, written);
        }
    }

    private void tell(HasValue<?, String> field, Consumer<Wording> written) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                written.accept(wording());
            }
        });
    }

    /** What the fields say. */
    Wording wording() {
        return passage instanceof Passage.Worded
                ? new Wording(
                        title.getValue().strip(),
                        text.getValue().strip(),
                        test.getValue().strip().replaceAll("\\s+", " "))
                : Wording.of(
                        passage instanceof Passage.Whole
                                ? text.getValue()
                                : text.getValue().strip());
    }

    /** Puts another wording into the fields. */
    void show(Wording wording) {
        title.setValue(wording.title());
        text.setValue(wording.text());
        test.setValue(wording.test());
    }

    private static String guide(Passage passage) {
        return switch (passage) {
            case Passage.Title _ -> "The name of the policy, as raters know it.";
            case Passage.Worded(var _, var id) ->
                id.contains("-A")
                        ? "An exception: what is allowed although a clause would apply, and up to where."
                        : "What violates, in plain sentences, and one question that a rater can answer with yes or no.";
            case Passage.Prose(var _, var section) -> guide(section);
            case Passage.Whole(var file) ->
                file.equals("examples.yaml")
                        ? "Each clause has a violating, an allowed and a twin example; none is both teaching and gold."
                        : "The file as it is kept. Wrong lines are told below.";
        };
    }

    private static String guide(PolicySection section) {
        return switch (section) {
            case PURPOSE -> "What the policy protects, and what it leaves in place. Two to six sentences.";
            case TERMS -> "A list of the words that the clauses use, each with what it means here.";
            case TOGETHER -> "How picture, words and sound are read as one, where raters would differ.";
            case CULTURE -> "What reads as humour, insult or symbol where this language is spoken.";
            case VIOLATES, ALLOWED, EXAMPLES -> "";
        };
    }
}
