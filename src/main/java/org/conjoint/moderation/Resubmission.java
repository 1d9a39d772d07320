package org.conjoint.moderation;

import org.conjoint.work.Lease;
import org.conjoint.work.TakeRefusal;

/** What became of taking up a kept verdict again. */
public sealed interface Resubmission {

    /**
     * Its post is in the rater's hand.
     *
     * @param newerDraft whether the rater has written on since; then that draft stands, and else the kept form is the draft
     */
    record Ready(Lease lease, boolean newerDraft) implements Resubmission {}

    record Refused(TakeRefusal why) implements Resubmission {}
}
