package org.conjoint.jobs;

/** What became of one thing that a job handled. */
public enum RowOutcome {
    CREATED,
    REVISED,
    UNCHANGED,
    /** Taken after a correction that the message names. */
    REPAIRED,
    /** Not taken; the message says why and what to do. */
    REFUSED
}
