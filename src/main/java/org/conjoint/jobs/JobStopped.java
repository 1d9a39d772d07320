package org.conjoint.jobs;

/** Ends the run of a handler whose job was cancelled, or whose process is ending; never a failure. */
public final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobStopped(String why) {
        super(why, null, false, false);
    }
}
