package org.conjoint.moderation.ui;

import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.policy.Clause;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.LossCause;
import org.jspecify.annotations.Nullable;

/** What happens to the post in hand that the whole screen has to answer. */
interface TaskEvents {

    /** The rater tried to submit; what came of it is shown. */
    void settled();

    void submitted(VerdictOutcome outcome);

    void declined(boolean flag, DeclineReason reason, @Nullable String note);

    /** The lease is gone; the draft is kept. */
    void lost(LossCause cause);

    /**
     * Another window saved the draft meanwhile.
     *
     * @param revision of what it saved
     * @param mine the form of this window, which was not saved
     */
    void conflict(int revision, VerdictForm mine);

    /** The rater puts the post aside for later. */
    void held(String reason);

    /** The rater gave the post to another person. */
    void handedOver(String to);

    /** The rater wants to see how a clause reads. */
    void read(Clause clause);

    /** A revision of the draft was saved. */
    void saved(int revision);
}
