package org.conjoint.moderation.ui;

import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.Draft;
import org.conjoint.work.LossCause;
import org.jspecify.annotations.Nullable;

/** What happens to the post in hand that the whole screen has to answer. */
interface TaskEvents {

    void submitted(VerdictOutcome outcome);

    void declined(boolean flag, DeclineReason reason, @Nullable String note);

    /** The lease is gone; the draft is kept. */
    void lost(LossCause cause);

    /** Another window saved the draft meanwhile. */
    void conflict(Draft current);
}
