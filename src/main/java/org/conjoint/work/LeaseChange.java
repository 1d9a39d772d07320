package org.conjoint.work;

/** What became of a change to a lease. */
public sealed interface LeaseChange {

    /** @param lease as it is now */
    record Changed(Lease lease) implements LeaseChange {}

    /** The place went back to the queue as asked. */
    record Returned() implements LeaseChange {}

    /** Nothing changed: the lease was no longer the rater's. */
    record Lost(LossCause cause) implements LeaseChange {}
}
