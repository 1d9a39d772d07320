package org.conjoint.guidance;

/** What became of a note, or of what was done with it. */
public sealed interface NoteOutcome {

    record Done(NoteId id) implements NoteOutcome {}

    /**
     * Nothing was written.
     *
     * @param words why, and what to do, in a sentence
     */
    record Refused(String words) implements NoteOutcome {}
}
