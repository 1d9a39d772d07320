package org.conjoint.jobs;

import java.util.List;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What a running job knows, and how it tells how far it has come. */
public interface JobContext {

    JobId id();

    UserId owner();

    /** What the job was told, as JSON. */
    String parameters();

    /** Where the last checkpoint left off; null at the first run. */
    @Nullable String cursor();

    /** Units of work finished up to the last checkpoint. */
    long done();

    /** How many rows the report has, so that the next number is known. */
    JobCounts counts();

    /** Says how many units of work there are in all. */
    void total(long units);

    /**
     * Says what is going on.
     *
     * @param message one line for people
     */
    void message(String message);

    /**
     * Says what the job made.
     *
     * @param json an object with at least what a person needs to find it
     */
    void result(String json);

    /**
     * Runs work and records how far it has come in the same transaction: after a kill either both stand or neither.
     *
     * @throws JobStopped when the job was cancelled or the process is ending, before the work is run; let it through
     */
    void checkpoint(Step work);

    /** @throws JobStopped when the job was cancelled or the process is ending; let it through */
    void stopIfAsked();

    /** A piece of work inside one transaction. */
    @FunctionalInterface
    interface Step {
        Progress run();
    }

    /**
     * How far a piece of work has brought the job.
     *
     * @param cursor where to continue
     * @param done units of work finished since the job began
     * @param rows new rows of the report
     */
    record Progress(String cursor, long done, List<JobRow> rows) {}
}
