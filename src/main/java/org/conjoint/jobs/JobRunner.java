package org.conjoint.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.conjoint.access.Accounts;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs jobs on a few threads of this process. Which process runs what stands in the database with a heartbeat
 * (db-scheduler): the work of a process that died is taken up by another when its heartbeat is missed, and by the same
 * data folder at its next start.
 */
@Component
class JobRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int MOST_ATTEMPTS = 5;

    private final JobTable table;
    private final JobListeners listeners;
    private final TransactionOperations transaction;
    private final ObjectProvider<JobHandler> handlers;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final String node;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    JobRunner(
            JobTable table,
            JobListeners listeners,
            TransactionOperations transaction,
            ObjectProvider<JobHandler> handlers,
            Accounts accounts,
            AuditTrail audit,
            Clock clock,
            DataSource dataSource,
            JobSettings settings) {
        this.table = table;
        this.listeners = listeners;
        this.transaction = transaction;
        this.handlers = handlers;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.node = settings.node();
        this.task = Tasks.custom("job", Void.class)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                .execute((instance, context) -> run(new JobId(Long.parseLong(instance.getId())), context));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("jobs.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(settings.threads())
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(60))
                .build();
    }

    /** Has a job run, once the caller's transaction is committed. */
    void schedule(JobId id) {
        scheduler.scheduleIfNotExists(task.instance(Long.toString(id.value())), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (running) {
                    scheduler.triggerCheckForDueExecutions();
                }
            }
        });
    }

    @Nullable JobHandler handler(JobKind kind) {
        return handlers.stream().filter(h -> h.kind().equals(kind)).findFirst().orElse(null);
    }

    @Override
    public void start() {
        var released = transaction.execute(status -> table.release(node, clock.instant()));
        if (released != null && released > 0) {
            LOG.info("Taking up {} jobs that were running when the process ended", released);
        }
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    /** A scheduler that was stopped cannot be started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private CompletionHandler<Void> run(JobId id, ExecutionContext context) {
        var begun = transaction.execute(status -> table.begin(id, clock.instant()));
        if (begun == null || begun.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var job = begun.get();
        var running = new RunningJob(
                job,
                table,
                transaction,
                listeners,
                clock,
                () -> context.getSchedulerState().isShuttingDown());
        listeners.tell(job);
        var ended = accounts.runAs(job.owner(), () -> work(job, running));
        end(job, running, ended);
        return ended.state() == JobState.QUEUED
                ? (complete, operations) -> operations.reschedule(complete, clock.instant())
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private record End(JobState state, @Nullable String message) {}

    private End work(Job job, RunningJob running) {
        var handler = handler(job.kind());
        if (handler == null) {
            return new End(
                    JobState.FAILED,
                    "Nothing here can run a job of kind " + job.kind().code());
        }
        if (table.attempts(job.id()) > MOST_ATTEMPTS) {
            return new End(
                    JobState.FAILED,
                    "The process ended %d times at the same place of this job; look at the log before starting it again"
                            .formatted(MOST_ATTEMPTS));
        }
        try {
            handler.run(running);
            return new End(JobState.DONE, null);
        } catch (JobStopped e) {
            return table.cancelRequested(job.id())
                    ? new End(JobState.CANCELLED, "Cancelled; what was done until then stays")
                    : new End(JobState.QUEUED, null);
        } catch (Exception e) {
            LOG.warn("Job {} ({}) failed", job.id().value(), job.title(), e);
            return new End(JobState.FAILED, message(e));
        }
    }

    private void end(Job job, RunningJob running, End end) {
        transaction.executeWithoutResult(status -> {
            table.end(job.id(), end.state(), end.message(), running.lap(), clock.instant());
            if (end.state().ended()) {
                var details = new TreeMap<String, String>();
                details.put("kind", job.kind().code());
                details.put("state", end.state().name());
                audit.record(new AuditEvent(
                        "user:" + job.owner().value(),
                        "job.ended",
                        "job:" + job.id().value(),
                        details));
            }
        });
        table.find(job.id()).ifPresent(listeners::tell);
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
