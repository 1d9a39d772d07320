package org.conjoint.work;

/** Identifies a place: one of the answers wanted for an item, in whoever's hand it is. */
public record LeaseId(long value) {
    public LeaseId {
        if (value <= 0) {
            throw new IllegalArgumentException("A lease id is positive, not " + value);
        }
    }
}
