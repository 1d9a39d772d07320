package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.conjoint.policy.Scheduling;

/** Asks how long an emergency version judges, and what the emergency is. */
final class EmergencyDialog extends Dialog {

    private static final int USUAL_DAYS = 7;

    /** @param step takes the end and the reason */
    EmergencyDialog(BiConsumer<Instant, String> step) {
        setHeaderTitle("Put it into force at once");
        var days = new IntegerField("For how many days");
        days.setMin(1);
        days.setMax((int) Scheduling.LONGEST_EMERGENCY.toDays());
        days.setValue(USUAL_DAYS);
        days.setStepButtonsVisible(true);
        var reason = new TextArea("What the emergency is");
        reason.setMaxLength(2000);
        reason.setMinRows(3);
        reason.setWidthFull();
        var note = new Paragraph(
                "It judges from this moment on, without a panel. It lapses unless somebody other than its author ratifies it.");
        note.addClassName("muted");
        var fields = new Div(note, days, reason);
        fields.addClassName("dialog-fields");
        add(fields);
        var take = new Button("Put it into force");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(click -> {
            if (days.getValue() == null || days.isInvalid()) {
                days.focus();
            } else if (reason.getValue().isBlank()) {
                reason.setErrorMessage("Say what the emergency is");
                reason.setInvalid(true);
                reason.focus();
            } else {
                close();
                step.accept(
                        Instant.now().plus(Duration.ofDays(days.getValue())).minusSeconds(60),
                        reason.getValue().strip());
            }
        });
        setWidth("460px");
        getFooter().add(new Button("Cancel", click -> close()), take);
    }
}
