package org.conjoint.work;

import org.conjoint.policy.PolicyVersionId;

/** What became of an answer. */
public sealed interface Acceptance {

    /** It is stored once the transaction commits. @param lease as it was worked on */
    record Stored(Receipt receipt, Lease lease) implements Acceptance {}

    /** It was stored before, under the same client id. */
    record Repeated(Receipt receipt) implements Acceptance {}

    /** The lease is gone; the answer is kept aside and counts for nothing. */
    record LeaseGone(LossCause cause) implements Acceptance {}

    /** The answer was made under another version than the lease is bound to; it is kept aside. */
    record PolicyChanged(PolicyVersionId seen, PolicyVersionId bound) implements Acceptance {}

    /** The client id belongs to another answer; a client never uses one twice. */
    record ClientIdReused() implements Acceptance {}
}
