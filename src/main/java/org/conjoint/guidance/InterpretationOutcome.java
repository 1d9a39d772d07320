package org.conjoint.guidance;

/** What became of an interpretation, or of what was done with it. */
public sealed interface InterpretationOutcome {

    record Done(InterpretationId id) implements InterpretationOutcome {}

    /**
     * Nothing was written.
     *
     * @param words why, and what to do, in a sentence
     */
    record Refused(String words) implements InterpretationOutcome {}
}
