package org.conjoint.rereview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.rereview.PlanData;
import org.conjoint.rereview.RereviewPlan;
import org.conjoint.work.QueueData;
import org.jspecify.annotations.Nullable;

/** How stale verdicts are read again: the queue's name, how often each post, how many, and whether a sample goes with them. */
final class PlanDialog extends Dialog {

    private final PolicyVersionId target;
    private final TextField name = new TextField("Name of the queue");
    private final IntegerField overlap = new IntegerField("Answers for each post");
    private final IntegerField most = new IntegerField("At most so many posts");
    private final IntegerField sample = new IntegerField("Sample where the text only became clearer");
    private final Button plan = new Button("Plan it");

    /**
     * @param when a sentence on when it begins
     * @param before the plan that is changed; null for a new one
     * @param planned takes the plan and says what is wrong with it, if anything
     */
    PlanDialog(
            PolicyVersionId target,
            String suggested,
            String when,
            boolean clearer,
            @Nullable RereviewPlan before,
            Function<PlanData, Optional<String>> planned) {
        this.target = target;
        setHeaderTitle("Plan the re-review");
        var text = new Paragraph(
                "Each post stands once in a queue for raters: first what the change lets go, then what it may catch, from the line downwards. "
                        + when);
        text.addClassName("muted");
        name.setWidthFull();
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        bounds(overlap, 1, QueueData.MOST_OVERLAP);
        overlap.setValue(1);
        bounds(most, 1, Integer.MAX_VALUE);
        most.setStepButtonsVisible(false);
        most.setPlaceholder("all");
        bounds(sample, 0, PlanData.MOST_SAMPLED);
        sample.setValue(clearer ? 40 : 0);
        sample.setVisible(clearer);
        name.setValue(suggested);
        if (before != null) {
            show(before);
        }
        var numbers = new Div(overlap, most);
        numbers.addClassName("plan-numbers");
        var content = new Div(text, name, numbers, sample);
        content.addClassName("plan-form");
        add(content);
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        plan.addClickListener(_ -> {
            if (isOpened()) {
                submit(planned);
            }
        });
        getFooter().add(new Button("Not now", _ -> close()), plan);
        setWidth("480px");
    }

    private static void bounds(IntegerField field, int least, int greatest) {
        field.setMin(least);
        field.setMax(greatest);
        field.setStepButtonsVisible(true);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setMinErrorMessage("At least %d".formatted(least))
                .setMaxErrorMessage("At most %,d".formatted(greatest))
                .setBadInputErrorMessage("A whole number"));
    }

    private void show(RereviewPlan before) {
        name.setValue(before.data().name());
        overlap.setValue(before.data().overlap());
        name.setReadOnly(before.queue() != null);
        overlap.setReadOnly(before.queue() != null);
        most.setValue(
                before.data().most() == null
                        ? null
                        : Math.toIntExact(before.data().most()));
        sample.setValue(before.data().clarifySample());
    }

    private void submit(Function<PlanData, Optional<String>> planned) {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage("Name the queue, so that raters find it");
        if (name.isInvalid() || overlap.isInvalid() || most.isInvalid() || sample.isInvalid()) {
            return;
        }
        var limit = most.getValue();
        var wrong = planned.apply(new PlanData(
                target,
                name.getValue(),
                overlap.getValue() == null ? 1 : overlap.getValue(),
                limit == null ? null : limit.longValue(),
                sample.getValue() == null ? 0 : sample.getValue()));
        if (wrong.isEmpty()) {
            close();
        } else {
            name.setErrorMessage(wrong.get());
            name.setInvalid(true);
        }
    }

    TextField nameField() {
        return name;
    }

    IntegerField mostField() {
        return most;
    }

    Button planButton() {
        return plan;
    }
}
