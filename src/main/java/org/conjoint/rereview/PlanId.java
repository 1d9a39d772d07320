package org.conjoint.rereview;

/** Identifies the plan of a re-review. */
public record PlanId(long value) {
    public PlanId {
        if (value <= 0) {
            throw new IllegalArgumentException("The id of a plan is positive, not " + value);
        }
    }
}
