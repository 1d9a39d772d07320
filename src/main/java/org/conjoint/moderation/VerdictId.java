package org.conjoint.moderation;

/** Identifies a verdict through all of its revisions; the same number as its answer in the work module. */
public record VerdictId(long value) {
    public VerdictId {
        if (value <= 0) {
            throw new IllegalArgumentException("A verdict id is positive, not " + value);
        }
    }
}
