package org.conjoint.policy;

/** Why a version was not moved on. */
public enum MoveRefusal {
    /** The author wants to do what only another person may. */
    SAME_PERSON,
    /** The version is not where the step begins, perhaps since a moment ago. */
    WRONG_STATE,
    /** The second person has not confirmed the kind of each change. */
    KINDS_NOT_CONFIRMED,
    /** Something that has to hold before a version is scheduled does not hold. */
    GATE_SHUT,
    /** The dates cannot be. */
    DATES,
    /** Somebody planned another turn since the plan was looked at. */
    PLAN_CHANGED
}
