package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.conjoint.meaning.Confidence;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.moderation.Verdicts;
import org.conjoint.ui.Segments;

/** The foot of a correction: how sure, why it is corrected, and whether to store it. */
final class CorrectionFoot extends Section {

    private static final String REASON = "reason";

    private final Segments<Confidence> sure = new Segments<>("How sure are you?");
    private final TextField reason = new TextField();
    private final Span state = new Span("A new revision; the one before stays readable.");
    private final Button store = new Button("Store the correction");

    CorrectionFoot(Consumer<Confidence> confident, Runnable changed, Runnable cancelled, Runnable stored) {
        super("Sure?");
        addClassName("foot");
        for (var confidence : Confidence.values()) {
            sure.with(confidence, Labels.of(confidence));
        }
        sure.describedBy(troubleId(), false);
        sure.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                confident.accept(change.getValue());
            }
        });
        reason.setPlaceholder("Why is it corrected?");
        reason.setAriaLabel("Why is it corrected?");
        reason.setMaxLength(Verdicts.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addClassName("reason");
        reason.addValueChangeListener(_ -> changed.run());
        store.addThemeVariants(ButtonVariant.PRIMARY);
        store.addClickListener(_ -> stored.run());
        var room = new Span();
        room.addClassName("grow");
        var buttons = new Div(new Button("Leave it as it is", _ -> cancelled.run()), room, store);
        buttons.addClassName("buttons");
        state.addClassNames("hint", "state-line");
        state.getElement().setAttribute("role", "status");
        add(sure, reason, buttons, state);
    }

    void say(String words) {
        state.setText(words);
    }

    String said() {
        return state.getText();
    }

    String reason() {
        return reason.getValue();
    }

    Segments<Confidence> confidence() {
        return sure;
    }

    TextField reasonField() {
        return reason;
    }

    Button storeButton() {
        return store;
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        sure.setValue(form.confidence());
    }

    @Override
    void complain(List<Problem> problems) {
        var wrong = problems.stream()
                .filter(problem -> problem.field().equals(REASON))
                .findFirst();
        reason.setInvalid(wrong.isPresent());
        reason.setErrorMessage(wrong.map(Problem::message).orElse(""));
        super.complain(problems.stream()
                .filter(problem -> !problem.field().equals(REASON))
                .toList());
    }

    @Override
    boolean owns(String field) {
        return field.equals("confidence") || field.equals(REASON);
    }

    @Override
    void focusField(String field) {
        if (field.equals(REASON)) {
            reason.focus();
        } else {
            sure.focus();
        }
    }
}
