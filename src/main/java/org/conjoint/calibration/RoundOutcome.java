package org.conjoint.calibration;

/** What became of opening or closing a round. */
public sealed interface RoundOutcome {

    /** The round is open, or closed, now. */
    record Done(RoundId round) implements RoundOutcome {}

    /**
     * Nothing changed.
     *
     * @param words what hinders it and what to do, in sentences
     */
    record Refused(String words) implements RoundOutcome {}
}
