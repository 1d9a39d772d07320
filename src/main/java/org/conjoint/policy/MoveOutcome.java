package org.conjoint.policy;

/** What became of a step of a version on its way. */
public sealed interface MoveOutcome {

    /** The version stands there now. */
    record Moved(PolicyState state) implements MoveOutcome {}

    /**
     * Nothing changed.
     *
     * @param words what hinders it and what to do, in a sentence
     */
    record Refused(MoveRefusal why, String words) implements MoveOutcome {}
}
