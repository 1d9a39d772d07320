package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.conjoint.meaning.Confidence;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;
import org.conjoint.ui.Kbd;
import org.conjoint.ui.Segments;

/** The foot of the judgement column, always at the same place: how sure, flag, skip, submit, and where things stand. */
final class Foot extends Section {

    private final Segments<Confidence> sure = new Segments<>("How sure are you?");
    private final Span state = new Span();
    private final Button submit = new Button("Submit and next");

    /** What the buttons do. */
    record Actions(Consumer<Confidence> sure, Runnable flag, Runnable skip, Runnable submit) {}

    Foot(Actions actions) {
        super("Sure?");
        addClassName("foot");
        sure.with(Confidence.SURE, Labels.of(Confidence.SURE), "rate.sure", "")
                .with(Confidence.FAIRLY, Labels.of(Confidence.FAIRLY), "rate.fairly", "")
                .with(Confidence.GUESS, Labels.of(Confidence.GUESS), "rate.guess", "");
        sure.named("confidence", Confidence::code).describedBy(troubleId(), false);
        sure.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                actions.sure().accept(change.getValue());
            }
        });
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setSuffixComponent(new Kbd("rate.submit"));
        submit.addClickListener(_ -> actions.submit().run());
        submit.setDisableOnClick(false);
        Answers.press(submit, "submit", "");
        var room = new Span();
        room.addClassName("grow");
        var buttons = new Div(
                button("Flag", "rate.flag", actions.flag()), button("Skip", "rate.skip", actions.skip()), room, submit);
        buttons.addClassName("buttons");
        state.addClassNames("hint", "num", "state-line");
        state.getElement().setAttribute("role", "status");
        add(sure, buttons, state);
    }

    private static Button button(String words, String action, Runnable done) {
        var button = new Button(words, _ -> done.run());
        button.setSuffixComponent(new Kbd(action));
        return button;
    }

    /** Says where things stand, politely. */
    void say(String words) {
        state.setText(words);
    }

    String said() {
        return state.getText();
    }

    Segments<Confidence> confidence() {
        return sure;
    }

    Button submitButton() {
        return submit;
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        sure.setValue(form.confidence());
    }

    @Override
    boolean owns(String field) {
        return field.equals("confidence");
    }

    @Override
    void focusField(String field) {
        sure.focus();
    }
}
