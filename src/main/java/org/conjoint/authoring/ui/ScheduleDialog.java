package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks from when a version judges and from when a violation has consequences. */
final class ScheduleDialog extends Dialog {

    /** @param step takes both instants */
    ScheduleDialog(Instant meant, BiConsumer<Instant, Instant> step) {
        setHeaderTitle("Put it into force");
        var from = picker("It judges from, in UTC", meant);
        var penalties = picker("Penalties follow from, in UTC", meant);
        from.addValueChangeListener(change -> {
            if (before(penalties.getValue(), change.getValue())) {
                penalties.setValue(change.getValue());
            }
        });
        var note = new Paragraph("Posts that are in somebody’s hand by then are judged under the version before.");
        note.addClassName("muted");
        var fields = new Div(from, penalties, note);
        fields.addClassName("dialog-fields");
        add(fields);
        var take = new Button("Schedule it");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(click -> {
            if (from.getValue() == null || penalties.getValue() == null) {
                from.setErrorMessage("Choose a day and a time for both");
                from.setInvalid(true);
                return;
            }
            close();
            step.accept(
                    from.getValue().toInstant(ZoneOffset.UTC),
                    penalties.getValue().toInstant(ZoneOffset.UTC));
        });
        setWidth("460px");
        getFooter().add(new Button("Cancel", click -> close()), take);
    }

    private static DateTimePicker picker(String label, Instant value) {
        var picker = new DateTimePicker(label, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        picker.setStep(Duration.ofMinutes(15));
        picker.setWidthFull();
        return picker;
    }

    private static boolean before(@Nullable LocalDateTime one, @Nullable LocalDateTime other) {
        return one == null || other != null && one.isBefore(other);
    }
}
