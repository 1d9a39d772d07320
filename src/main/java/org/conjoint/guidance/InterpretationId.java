package org.conjoint.guidance;

/** Identifies an interpretation. */
public record InterpretationId(long value) {
    public InterpretationId {
        if (value <= 0) {
            throw new IllegalArgumentException("An interpretation id is positive, not " + value);
        }
    }
}
