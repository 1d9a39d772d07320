package org.conjoint.moderation;

import java.util.List;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.LossCause;
import org.conjoint.work.Receipt;

/** What became of a submitted or corrected verdict. */
public sealed interface VerdictOutcome {

    record Stored(VerdictId id, Receipt receipt) implements VerdictOutcome {}

    /** It was stored before; this is its receipt. */
    record Repeated(VerdictId id, Receipt receipt) implements VerdictOutcome {}

    /** Nothing was written. */
    record Invalid(List<Problem> problems) implements VerdictOutcome {}

    /** The lease is gone; the answer is kept aside and counts for nothing. */
    record LeaseGone(LossCause cause) implements VerdictOutcome {}

    /** The form was filled in under another version than the lease is bound to; the answer is kept aside. */
    record PolicyChanged(PolicyVersionId seen, PolicyVersionId bound) implements VerdictOutcome {}

    /** The verdict was corrected by someone meanwhile; nothing was written. */
    record Conflict(int currentRevision) implements VerdictOutcome {}

    /** There is no such verdict, it was taken back, or the client id belongs to another answer. */
    record Refused(String reason) implements VerdictOutcome {}
}
