package org.conjoint.jobs;

/** Where a job stands. */
public enum JobState {
    /** Waits for a free worker, also after the process that ran it has ended. */
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
