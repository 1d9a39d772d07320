package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import java.util.function.Function;
import org.conjoint.guidance.NoteOutcome;
import org.conjoint.guidance.RaterNotes;

/** Where an author writes an answer; folded away until it is asked for. */
final class AnswerBox extends Div {

    private final TextArea text = new TextArea("Answer");
    private final Button send = new Button("Send the answer");

    /**
     * @param answer sends a text
     * @param done called after it was sent
     */
    AnswerBox(Function<String, NoteOutcome> answer, Consumer<NoteOutcome> done) {
        addClassName("answer-box");
        setVisible(false);
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxLength(RaterNotes.LONGEST);
        send.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        send.addClickListener(_ -> {
            switch (answer.apply(text.getValue())) {
                case NoteOutcome.Done sent -> done.accept(sent);
                case NoteOutcome.Refused(var words) -> {
                    text.setInvalid(true);
                    text.setErrorMessage(words);
                }
            }
        });
        add(text, send);
    }

    void open() {
        setVisible(true);
        text.focus();
    }

    TextArea textField() {
        return text;
    }

    Button sendButton() {
        return send;
    }
}
