package org.conjoint.jobs;

/** Identifies a job. */
public record JobId(long value) {
    public JobId {
        if (value <= 0) {
            throw new IllegalArgumentException("A job id is positive, not " + value);
        }
    }
}
