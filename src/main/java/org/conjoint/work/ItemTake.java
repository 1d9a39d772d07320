package org.conjoint.work;

/** What became of asking for a certain item. */
public sealed interface ItemTake {

    /** It is in the user's hand with its full time. */
    record Taken(Lease lease) implements ItemTake {}

    record Refused(TakeRefusal why) implements ItemTake {}
}
