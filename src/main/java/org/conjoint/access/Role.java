package org.conjoint.access;

/** What an account may do; an account may hold several. */
public enum Role {
    /** Judges posts. */
    RATER,
    /** Ranks responses. */
    RANKER,
    /** Decides where raters differ, and bulk decisions. */
    REVIEWER,
    /** Writes policies. */
    POLICY_AUTHOR,
    /** Watches agreement, gold and drift. */
    QUALITY_LEAD,
    /** Imports, exports, runs jobs and calls the REST interface. */
    DATA_ENGINEER,
    /** Looks after accounts and the installation. */
    ADMIN
}
