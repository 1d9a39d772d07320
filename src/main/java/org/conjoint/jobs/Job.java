package org.conjoint.jobs;

import java.time.Duration;
import java.time.Instant;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Long work and how far it has come.
 *
 * @param title what it does, for people
 * @param parameters what its handler was told, as JSON
 * @param done units of work finished (rows, posts, documents)
 * @param total units of work in all; null while unknown
 * @param active time spent running, over all attempts
 * @param message the last thing that its handler said, or why it failed
 * @param result what it made, as JSON; null until it has
 */
public record Job(
        JobId id,
        JobKind kind,
        String title,
        UserId owner,
        String parameters,
        JobState state,
        boolean cancelRequested,
        long done,
        @Nullable Long total,
        JobCounts counts,
        Duration active,
        Instant queuedAt,
        @Nullable Instant startedAt,
        Instant changedAt,
        @Nullable Instant endedAt,
        @Nullable String cursor,
        @Nullable String message,
        @Nullable String result) {

    /** Units of work per second of running time; null before there is anything to go by. */
    public @Nullable Double ratePerSecond() {
        return done == 0 || active.isZero() ? null : done * 1e9 / active.toNanos();
    }

    /** The time left at the rate so far; null when the total or the rate is unknown, or the job has ended. */
    public @Nullable Duration estimate() {
        var rate = ratePerSecond();
        return total == null || rate == null || state.ended()
                ? null
                : Duration.ofMillis(Math.round(Math.max(0, total - done) / rate * 1000));
    }

    /** The share of the work done, 0 to 1; null while the total is unknown. */
    public @Nullable Double fraction() {
        return total == null ? null : total == 0 ? 1.0 : Math.min(1.0, (double) done / total);
    }
}
