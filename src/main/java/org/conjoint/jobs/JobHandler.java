package org.conjoint.jobs;

/**
 * Does the work of one kind of job. A bean of this type is found by its kind. It runs with the rights of the job's
 * owner, and may be run again after a kill: it then continues from {@link JobContext#cursor()}.
 */
public interface JobHandler {

    JobKind kind();

    /**
     * Runs to the end, or until {@link JobContext#checkpoint} stops it. An exception fails the job; its message is
     * shown to the owner.
     */
    void run(JobContext context) throws Exception;
}
