package org.conjoint.calibration;

/** Identifies a round in which a panel tries a version out. */
public record RoundId(long value) {
    public RoundId {
        if (value <= 0) {
            throw new IllegalArgumentException("A round id is positive, not " + value);
        }
    }
}
