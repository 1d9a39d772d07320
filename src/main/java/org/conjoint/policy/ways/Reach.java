package org.conjoint.policy.ways;

/** Which verdicts from before a change may come out otherwise after it. */
public enum Reach {
    /** Those that found no violation, whichever clauses they cite. */
    NOT_VIOLATING,
    /** Those that found a violation and cite the clause for the whole. */
    VIOLATING_UNDER_IT,
    /** Those that cite the clause at all. */
    CITING_IT,
    /** None has to; some are read again to see. */
    SAMPLE,
    NONE
}
