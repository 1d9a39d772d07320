package org.conjoint.moderation.ui;

import java.util.UUID;
import org.conjoint.moderation.KeptVerdicts;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.RatingTasks;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.Verdicts;
import org.conjoint.work.DraftSave;
import org.conjoint.work.LeaseId;
import org.conjoint.work.LossCause;

/** Shows both sides where two meet: drafts of the same post, or an answer that came too late and what stands now. */
final class TwoSides {

    private final RatingTasks tasks;
    private final Verdicts verdicts;
    private final KeptVerdicts kept;
    private final Screen screen;

    /** What the screen does once a side is chosen. */
    interface Screen {
        /** Shows the draft of the post as it stands. */
        void reopen(LeaseId lease, String news);

        /** Forgets what the browser kept of the post. */
        void settled(LeaseId lease);

        void lost(LossCause cause);
    }

    TwoSides(RatingTasks tasks, Verdicts verdicts, KeptVerdicts kept, Screen screen) {
        this.tasks = tasks;
        this.verdicts = verdicts;
        this.kept = kept;
        this.screen = screen;
    }

    /**
     * Lets the rater choose between a form and the draft that the server has.
     *
     * @param revision of that draft
     */
    void choose(LeaseId lease, VerdictForm mine, int revision) {
        var theirs = tasks.open(lease).map(RatingTask.Judge::draft).orElse(VerdictForm.EMPTY);
        new BothSidesDialog(mine, theirs, () -> keep(lease, mine, revision), () -> take(lease)).open();
    }

    private void keep(LeaseId lease, VerdictForm mine, int revision) {
        screen.settled(lease);
        switch (verdicts.saveDraft(lease, revision, mine)) {
            case DraftSave.Saved(var _, var _) -> screen.reopen(lease, "This side stands, as your draft");
            case DraftSave.SavedWithoutLease(var _, var _, var cause) -> screen.lost(cause);
            case DraftSave.Conflict(var current) -> choose(lease, mine, current.revision());
        }
    }

    private void take(LeaseId lease) {
        screen.settled(lease);
        screen.reopen(lease, "The other side stands, as your draft");
    }

    /** A sent answer that was kept aside, and what stands now. */
    void late(UUID sent) {
        kept.bothSides(sent).ifPresent(sides -> new KeptDialog(sides, () -> kept.resubmit(sent)).open());
    }
}
