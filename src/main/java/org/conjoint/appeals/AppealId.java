package org.conjoint.appeals;

/** Identifies an appeal. */
public record AppealId(long value) {
    public AppealId {
        if (value <= 0) {
            throw new IllegalArgumentException("An appeal id is positive, not " + value);
        }
    }
}
