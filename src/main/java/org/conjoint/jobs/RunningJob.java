package org.conjoint.jobs;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** One run of a job, from the worker's thread. */
final class RunningJob implements JobContext {
    private static final long TELL_EVERY_NANOS = 200_000_000;

    private final JobTable table;
    private final TransactionOperations transaction;
    private final JobListeners listeners;
    private final Clock clock;
    private final BooleanSupplier ending;
    private Job job;
    private long since = System.nanoTime();
    private long told;

    RunningJob(
            Job job,
            JobTable table,
            TransactionOperations transaction,
            JobListeners listeners,
            Clock clock,
            BooleanSupplier ending) {
        this.job = job;
        this.table = table;
        this.transaction = transaction;
        this.listeners = listeners;
        this.clock = clock;
        this.ending = ending;
    }

    @Override
    public JobId id() {
        return job.id();
    }

    @Override
    public UserId owner() {
        return job.owner();
    }

    @Override
    public String parameters() {
        return job.parameters();
    }

    @Override
    public @Nullable String cursor() {
        return job.cursor();
    }

    @Override
    public long done() {
        return job.done();
    }

    @Override
    public JobCounts counts() {
        return job.counts();
    }

    @Override
    public void total(long units) {
        transaction.executeWithoutResult(status -> table.total(id(), units, clock.instant()));
        refresh(true);
    }

    @Override
    public void message(String message) {
        transaction.executeWithoutResult(status -> table.message(id(), message, clock.instant()));
        refresh(true);
    }

    @Override
    public void result(String json) {
        transaction.executeWithoutResult(status -> table.result(id(), json, clock.instant()));
        refresh(true);
    }

    @Override
    public void checkpoint(Step work) {
        stopIfAsked();
        transaction.executeWithoutResult(status -> {
            var progress = work.run();
            var counts = job.counts();
            for (var row : progress.rows()) {
                counts = counts.plus(row.outcome());
            }
            table.progress(id(), progress, counts, lap(), clock.instant());
        });
        refresh(false);
    }

    @Override
    public void stopIfAsked() {
        if (ending.getAsBoolean()) {
            throw new JobStopped("The process is ending");
        }
        if (table.cancelRequested(id())) {
            throw new JobStopped("The job was cancelled");
        }
    }

    /** Milliseconds since the last lap. */
    long lap() {
        var now = System.nanoTime();
        var millis = (now - since) / 1_000_000;
        since += millis * 1_000_000;
        return millis;
    }

    private void refresh(boolean always) {
        job = table.find(id()).orElse(job);
        var now = System.nanoTime();
        if (always || now - told > TELL_EVERY_NANOS) {
            told = now;
            listeners.tell(job);
        }
    }
}
