package org.conjoint.work;

/** Identifies a subject within one queue. */
public record ItemId(long value) {
    public ItemId {
        if (value <= 0) {
            throw new IllegalArgumentException("An item id is positive, not " + value);
        }
    }
}
