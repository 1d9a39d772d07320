package org.conjoint.moderation.staleness;

/** Identifies a decision to keep stale verdicts. */
public record GrandfatheredId(long value) {
    public GrandfatheredId {
        if (value <= 0) {
            throw new IllegalArgumentException("The id of such a decision is positive, not " + value);
        }
    }
}
