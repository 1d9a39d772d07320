package org.conjoint.moderation;

import org.conjoint.work.Lease;

/** What became of taking the last verdict back. */
public sealed interface VerdictUndo {

    /** The post is in the rater's hand again. @param form as it was submitted */
    record Undone(Lease lease, VerdictForm form) implements VerdictUndo {}

    record TooLate() implements VerdictUndo {}

    record NothingToUndo() implements VerdictUndo {}
}
