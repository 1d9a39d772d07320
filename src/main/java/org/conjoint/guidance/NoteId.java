package org.conjoint.guidance;

/** Identifies a note of a rater. */
public record NoteId(long value) {
    public NoteId {
        if (value <= 0) {
            throw new IllegalArgumentException("A note id is positive, not " + value);
        }
    }
}
