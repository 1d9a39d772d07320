package org.conjoint.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A line of a job's report.
 *
 * @param number rising within the job, in the order of the work; unique
 * @param subject the external id, or the best name there is for what was handled
 * @param place where it was found, as in {@code posts.jsonl:12}
 */
public record JobRow(
        long number,
        String subject,
        RowOutcome outcome,
        @Nullable String place,
        @Nullable String message) {}
