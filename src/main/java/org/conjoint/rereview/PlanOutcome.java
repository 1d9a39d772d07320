package org.conjoint.rereview;

/** What became of a wish to have verdicts read again. */
public sealed interface PlanOutcome {

    /** The version is in force, and the queue is being filled. */
    record Begun(PlanId plan) implements PlanOutcome {}

    /** The queue is filled once the version is in force. */
    record Waits(PlanId plan) implements PlanOutcome {}

    /**
     * It cannot be.
     *
     * @param words why, and what to do
     */
    record Refused(String words) implements PlanOutcome {}
}
