package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.conjoint.authoring.DraftId;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.MoveOutcome;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.Scheduling;

/** What may be done with a version now; the service has the last word, and its refusal is shown where it was asked. */
final class StepActions extends Section {

    private final PolicyVersionId id;
    private final Lifecycle lifecycle;
    private final Scheduling scheduling;
    private final Runnable done;
    private final String seen;
    private final Div buttons = new Div();
    private final Paragraph refusal = new Paragraph();

    StepActions(
            PolicySummary version,
            Lifecycle lifecycle,
            Scheduling scheduling,
            PolicyDrafts drafts,
            List<ClauseChange> changes,
            Runnable done,
            Consumer<DraftId> opened) {
        this.id = version.version();
        this.lifecycle = lifecycle;
        this.scheduling = scheduling;
        this.done = done;
        this.seen = scheduling.plan(id).mark();
        addClassNames("card", "steps-part");
        buttons.addClassName("steps-buttons");
        refusal.addClassName("trouble");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(new H2("What comes next"), guide(version, changes), buttons, refusal);
        offer(version);
        buttons.add(new Button("Open a draft on it", click -> opened.accept(drafts.open(id))));
    }

    /** Confirms the kind of the change of a clause. */
    void confirm(String clauseId) {
        take(() -> lifecycle.confirmKind(id, clauseId));
    }

    private Paragraph guide(PolicySummary version, List<ClauseChange> changes) {
        var open =
                changes.stream().filter(change -> change.confirmedBy() == null).count();
        var mine = lifecycle.mine(id);
        var words = switch (version.state()) {
            case DRAFT -> "It is complete, but nobody has sent it to review.";
            case IN_REVIEW ->
                mine
                        ? "Another person checks the kind of each change and then tries it out."
                        : open == 0
                                ? "The kind of each change is confirmed. It can be tried out."
                                : "Check the kind of each change against the words; %d to go.".formatted(open);
            case CALIBRATING ->
                mine
                        ? "A panel tries it out. Another person approves it."
                        : "A panel tries it out. Approve it when the raters agree enough.";
            case APPROVED -> "Choose from when it judges.";
            case SCHEDULED -> "It judges from its day on. Until then it can be withdrawn.";
            case IN_FORCE -> "It judges.";
            case EMERGENCY -> "It judges until it lapses, unless another person ratifies it.";
            case SUPERSEDED -> "Another version judges now.";
            case ARCHIVED, REJECTED, WITHDRAWN -> "Nothing comes next; a draft can be opened on it.";
        };
        return new Paragraph(words);
    }

    private void offer(PolicySummary version) {
        switch (version.state()) {
            case DRAFT -> {
                first("Send to review", () -> lifecycle.review(id));
                withReason("Withdraw …", "Withdraw it", reason -> lifecycle.withdraw(id, reason));
            }
            case IN_REVIEW -> {
                first("Try it out", () -> lifecycle.calibrate(id));
                withReason("Reject …", "Reject it", reason -> lifecycle.reject(id, reason));
                emergency();
                withReason("Withdraw …", "Withdraw it", reason -> lifecycle.withdraw(id, reason));
            }
            case CALIBRATING -> {
                first("Approve", () -> lifecycle.approve(id, null));
                withReason("Reject …", "Reject it", reason -> lifecycle.reject(id, reason));
                emergency();
                withReason("Withdraw …", "Withdraw it", reason -> lifecycle.withdraw(id, reason));
            }
            case APPROVED -> {
                hindrances();
                var schedule = new Button(
                        "Schedule …",
                        click -> new ScheduleDialog(
                                        version.effectiveFrom(),
                                        (from, penalties) -> take(() -> scheduling.schedule(id, from, penalties, seen)))
                                .open());
                schedule.addThemeVariants(ButtonVariant.PRIMARY);
                buttons.add(schedule);
                emergency();
                withReason("Withdraw …", "Withdraw it", reason -> lifecycle.withdraw(id, reason));
            }
            case SCHEDULED -> withReason("Withdraw …", "Withdraw it", reason -> lifecycle.withdraw(id, reason));
            case EMERGENCY -> first("Ratify", () -> scheduling.ratify(id, seen));
            case SUPERSEDED -> first("Put away", () -> lifecycle.archive(id));
            case IN_FORCE, ARCHIVED, REJECTED, WITHDRAWN -> {
                // Nothing but a draft on it.
            }
        }
    }

    private void hindrances() {
        for (var hindrance : scheduling.hindrances(id)) {
            var line = new Span(hindrance);
            line.addClassName("trouble");
            addComponentAtIndex(getComponentCount() - 2, line);
        }
    }

    private void first(String words, Supplier<MoveOutcome> step) {
        var button = new Button(words, click -> take(step));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        buttons.add(button);
    }

    private void withReason(String words, String title, java.util.function.Function<String, MoveOutcome> step) {
        buttons.add(new Button(
                words, click -> new ReasonDialog(title, reason -> take(() -> step.apply(reason))).open()));
    }

    private void emergency() {
        buttons.add(new Button(
                "Emergency …",
                click -> new EmergencyDialog(
                                (until, reason) -> take(() -> scheduling.emergency(id, until, reason, seen)))
                        .open()));
    }

    private void take(Supplier<MoveOutcome> step) {
        switch (step.get()) {
            case MoveOutcome.Moved(PolicyState _) -> done.run();
            case MoveOutcome.Refused(var why, var words) -> {
                refusal.setText(words);
                refusal.getElement().setAttribute("data-why", why.name());
                refusal.setVisible(true);
                buttons.getChildren()
                        .filter(Button.class::isInstance)
                        .forEach(button -> ((Button) button).setEnabled(true));
            }
        }
    }
}
