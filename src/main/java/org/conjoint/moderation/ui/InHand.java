package org.conjoint.moderation.ui;

import java.util.UUID;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.ui.Stage;

/** The post in hand and what was made of it so far: the form, its draft, what is pointed at, the attention given. */
final class InHand {

    private final RatingTask.Judge task;
    private final Verdicts verdicts;
    private final FormState form;
    private final DraftKeeper draft;
    private final Pointing pointing;
    private UUID clientId = UUID.randomUUID();
    private boolean attempted;
    private Attention attention = Attention.NONE;

    /** @param foot says where things stand */
    InHand(RatingTask.Judge task, Verdicts verdicts, TaskEvents events, Stage stage, Foot foot) {
        this.task = task;
        this.verdicts = verdicts;
        form = new FormState(task.parts(), task.draft());
        draft = new DraftKeeper(task, form.toForm(), verdicts, events, foot, events::saved);
        pointing = new Pointing(stage, form, task.sources(), visit(), foot::say);
    }

    RatingTask.Judge task() {
        return task;
    }

    FormState form() {
        return form;
    }

    DraftKeeper draft() {
        return draft;
    }

    /** Under which the answer is submitted, however often. */
    UUID clientId() {
        return clientId;
    }

    /** Takes the id of an answer that an earlier page sent off already. */
    void sentBefore(UUID before) {
        clientId = before;
    }

    /** What follows from the form as it stands. */
    VerdictGuide guide() {
        return verdicts.applies(form.toForm(), task.context());
    }

    /** Whether the rater has tried to submit, so that what is wrong is shown. */
    boolean attempted() {
        return attempted;
    }

    void save() {
        draft.save(form.toForm());
    }

    /** Takes a change of the evidence as the page sends it. @return whether the form changed */
    boolean point(String change) {
        return pointing.take(change);
    }

    /** Takes what the rater did so far with this post; a report on another one is passed over. */
    void attended(String visit, Attention reported) {
        if (visit.equals(visit())) {
            attention = reported;
        }
    }

    private String visit() {
        return "lease-%d".formatted(task.lease().id().value());
    }

    /** Whether the rater may conclude from this part alone. */
    boolean mayStop(Row row, Staging staging) {
        return staging.mayStop(form, row, task.policyVersion());
    }

    /** Drops what is no longer asked, and says whether anything is wrong. */
    VerdictGuide attempt() {
        attempted = true;
        form.keepOnly(guide().applies());
        return guide();
    }

    VerdictOutcome submit() {
        return verdicts.submit(new VerdictSubmission(
                clientId, task.lease().id(), task.policyVersion().id(), form.toForm(), attention));
    }
}
