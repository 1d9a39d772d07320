package org.conjoint.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts, follows and cancels jobs. */
@Service
@PreAuthorize(Roles.HAS_DATA_ACCESS)
@Transactional(readOnly = true)
public class Jobs {

    private final JobTable table;
    private final JobRunner runner;
    private final JobListeners listeners;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    Jobs(JobTable table, JobRunner runner, JobListeners listeners, AuditTrail audit, CurrentUser user, Clock clock) {
        this.table = table;
        this.runner = runner;
        this.listeners = listeners;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Starts a job of the current user, in the caller's transaction if there is one. When a job of the same kind with
     * the same parameters has not ended yet, that one is returned instead: asking again after a kill resumes.
     *
     * @param title what it does, for people
     * @param parameters for its handler, as JSON
     * @throws IllegalArgumentException when no handler is of this kind
     */
    @Transactional
    public JobId start(JobKind kind, String title, String parameters) {
        if (runner.handler(kind) == null) {
            throw new IllegalArgumentException("Nothing here can run a job of kind “%s”".formatted(kind.code()));
        }
        var hash = sha256(parameters);
        var unfinished = table.unfinished(kind, hash);
        if (unfinished.isPresent()) {
            return unfinished.get().id();
        }
        var id = table.insert(kind, title, user.id(), parameters, hash, clock.instant());
        record("job.started", id, kind.code());
        runner.schedule(id);
        return id;
    }

    /** Asks a job to stop at its next checkpoint; what it has done stays. @return whether it had not ended yet */
    @Transactional
    public boolean cancel(JobId id) {
        var asked = table.requestCancel(id, clock.instant());
        if (asked) {
            record("job.cancelled", id, "");
        }
        return asked;
    }

    public Optional<Job> find(JobId id) {
        return table.find(id);
    }

    /** Whether a job of this kind with these parameters has come to its end. */
    public boolean isDone(JobKind kind, String parameters) {
        return table.isDone(kind, sha256(parameters));
    }

    /** The jobs before one, the newest first; from the newest when {@code before} is null. */
    public List<Job> page(@Nullable JobId before, int limit) {
        return table.page(before, limit);
    }

    /**
     * The rows of a job's report after a row number.
     *
     * @param outcome only rows of this outcome; all when null
     */
    public List<JobRow> rows(JobId id, long afterNumber, int limit, @Nullable RowOutcome outcome) {
        return table.rows(id, afterNumber, limit, outcome);
    }

    /**
     * Waits until a job has ended.
     *
     * @param progress told of its changes on the calling thread, at most a few times a second
     */
    @Transactional(propagation = Propagation.NEVER)
    public Job await(JobId id, Consumer<Job> progress) throws InterruptedException {
        var news = new ArrayBlockingQueue<Job>(1);
        var stop = listeners.add(job -> {
            if (job.id().equals(id)) {
                news.offer(job);
            }
        });
        try {
            while (true) {
                var job =
                        table.find(id).orElseThrow(() -> new IllegalArgumentException("There is no job " + id.value()));
                progress.accept(job);
                if (job.state().ended()) {
                    return job;
                }
                news.poll(1, TimeUnit.SECONDS);
            }
        } finally {
            stop.run();
        }
    }

    /**
     * Tells a listener of every change of a job that this process runs, after its commit and on the worker's thread.
     *
     * @return stops telling
     */
    public Runnable subscribe(Consumer<Job> listener) {
        return listeners.add(listener);
    }

    private void record(String action, JobId id, String kind) {
        var details = new TreeMap<String, String>();
        if (!kind.isEmpty()) {
            details.put("kind", kind);
        }
        audit.record(new AuditEvent(user.actor(), action, "job:" + id.value(), details));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
