package org.conjoint.moderation.ui;

import java.util.function.IntConsumer;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.Verdicts;
import org.conjoint.ui.Moments;
import org.conjoint.work.DraftSave;

/** Keeps the draft of the post in hand as the rater works, never over what another window saved. */
final class DraftKeeper {

    private final RatingTask.Judge task;
    private final Verdicts verdicts;
    private final TaskEvents events;
    private final Foot foot;
    private final IntConsumer kept;
    private VerdictForm saved;
    private int revision;

    /**
     * @param begun the form as it stands to begin with
     * @param kept called with each revision that is saved
     */
    DraftKeeper(
            RatingTask.Judge task,
            VerdictForm begun,
            Verdicts verdicts,
            TaskEvents events,
            Foot foot,
            IntConsumer kept) {
        this.kept = kept;
        this.task = task;
        this.verdicts = verdicts;
        this.events = events;
        this.foot = foot;
        saved = begun;
        revision = task.draftRevision();
        foot.say(revision > 0 ? "Your draft is back · revision %d".formatted(revision) : readiness());
    }

    /** Saves the form, if it changed since. */
    void save(VerdictForm now) {
        if (now.equals(saved)) {
            return;
        }
        saved = now;
        switch (verdicts.saveDraft(task.lease().id(), revision, now)) {
            case DraftSave.Saved(var next, var at) -> {
                revision = next;
                kept.accept(next);
                foot.say("Draft saved %s · revision %d · %s".formatted(Moments.time(at), next, readiness()));
            }
            case DraftSave.SavedWithoutLease(var next, var at, var cause) -> {
                revision = next;
                foot.say("Draft kept %s · %s".formatted(Moments.time(at), Labels.of(cause)));
                events.lost(cause);
            }
            case DraftSave.Conflict(var current) -> {
                foot.say("Another window saved revision %d of this draft".formatted(current.revision()));
                events.conflict(current.revision(), now);
            }
        }
    }

    /** Goes on over what another window saved. */
    void keepMine(int overRevision, VerdictForm now) {
        revision = overRevision;
        saved = VerdictForm.EMPTY;
        save(now);
    }

    /** The revision that stands, as far as this screen knows; 0 before the first. */
    int revision() {
        return revision;
    }

    private String readiness() {
        return task.ahead().isEmpty() ? "no further post in hand" : "next post is ready";
    }
}
