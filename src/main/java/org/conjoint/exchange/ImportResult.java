package org.conjoint.exchange;

import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobState;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param job its number, under which the report row by row is kept
 * @param rows posts and verdicts by outcome
 * @param message why it failed, or what is worth knowing
 * @param seconds time spent running
 */
public record ImportResult(
        long job, JobState state, JobCounts rows, @Nullable String message, double seconds) {}
