package org.conjoint.jobs.ui;

import org.conjoint.jobs.JobId;

/** Addresses of the screens of jobs. */
public final class JobNavigation {
    static final String JOBS = "jobs";

    private JobNavigation() {}

    /** The address of a job, relative to the application. */
    public static String to(JobId id) {
        return JOBS + "/" + id.value();
    }
}
