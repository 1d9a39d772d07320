package org.conjoint.exchange.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobCounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A job as the REST interface shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record JobAnswer(
        long id,
        String kind,
        String title,
        String state,
        long done,
        @Nullable Long total,
        @Nullable Double ratePerSecond,
        @Nullable Long secondsLeft,
        JobCounts rows,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String message,
        @JsonRawValue @Nullable String result) {

    static JobAnswer of(Job job) {
        var left = job.estimate();
        return new JobAnswer(
                job.id().value(),
                job.kind().code(),
                job.title(),
                job.state().name(),
                job.done(),
                job.total(),
                job.ratePerSecond(),
                left == null ? null : left.toSeconds(),
                job.counts(),
                job.queuedAt(),
                job.startedAt(),
                job.endedAt(),
                job.message(),
                job.result());
    }
}
