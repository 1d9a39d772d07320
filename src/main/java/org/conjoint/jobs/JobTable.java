package org.conjoint.jobs;

import static org.conjoint.jooq.jobs.Tables.JOB;
import static org.conjoint.jooq.jobs.Tables.JOB_ROW;
import static org.conjoint.jooq.jobs.Tables.SCHEDULED_TASKS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conjoint.jooq.jobs.tables.records.JobRecord;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of jobs. */
@Component
class JobTable {

    private final DSLContext db;

    JobTable(DSLContext db) {
        this.db = db;
    }

    JobId insert(JobKind kind, String title, UserId owner, String parameters, String hash, Instant now) {
        var job = db.newRecord(JOB);
        job.setKind(kind.code());
        job.setTitle(title);
        job.setOwner(owner.value());
        job.setParameters(parameters);
        job.setParametersHash(hash);
        job.setState(JobState.QUEUED.name());
        job.setCancelRequested(false);
        job.setDone(0L);
        job.setCreatedRows(0L);
        job.setRevisedRows(0L);
        job.setUnchangedRows(0L);
        job.setRepairedRows(0L);
        job.setRefusedRows(0L);
        job.setActiveMillis(0L);
        job.setAttempts(0);
        job.setQueuedAt(now);
        job.setChangedAt(now);
        job.store();
        return new JobId(job.getId());
    }

    Optional<Job> unfinished(JobKind kind, String hash) {
        return db.selectFrom(JOB)
                .where(JOB.KIND.eq(kind.code()), JOB.PARAMETERS_HASH.eq(hash), unended())
                .orderBy(JOB.ID)
                .limit(1)
                .fetchOptional(JobTable::job);
    }

    boolean isDone(JobKind kind, String hash) {
        return db.fetchExists(
                JOB, JOB.KIND.eq(kind.code()), JOB.PARAMETERS_HASH.eq(hash), JOB.STATE.eq(JobState.DONE.name()));
    }

    Optional<Job> find(JobId id) {
        return db.selectFrom(JOB).where(JOB.ID.eq(id.value())).fetchOptional(JobTable::job);
    }

    List<Job> page(@Nullable JobId before, int limit) {
        return db.selectFrom(JOB)
                .where(before == null ? DSL.noCondition() : JOB.ID.lt(before.value()))
                .orderBy(JOB.ID.desc())
                .limit(limit)
                .fetch(JobTable::job);
    }

    List<JobRow> rows(JobId id, long after, int limit, @Nullable RowOutcome outcome) {
        return db.selectFrom(JOB_ROW)
                .where(
                        JOB_ROW.JOB.eq(id.value()),
                        JOB_ROW.NUMBER.gt(after),
                        outcome == null ? DSL.noCondition() : JOB_ROW.OUTCOME.eq(outcome.name()))
                .orderBy(JOB_ROW.NUMBER)
                .limit(limit)
                .fetch(row -> new JobRow(
                        row.getNumber(),
                        row.getSubject(),
                        RowOutcome.valueOf(row.getOutcome()),
                        row.getPlace(),
                        row.getMessage()));
    }

    boolean requestCancel(JobId id, Instant now) {
        return db.update(JOB)
                        .set(JOB.CANCEL_REQUESTED, true)
                        .set(JOB.CHANGED_AT, now)
                        .where(JOB.ID.eq(id.value()), unended())
                        .execute()
                == 1;
    }

    boolean cancelRequested(JobId id) {
        return db.fetchExists(JOB, JOB.ID.eq(id.value()), JOB.CANCEL_REQUESTED.isTrue());
    }

    /** Marks a job as running and counts the attempt; nothing when it has ended. */
    Optional<Job> begin(JobId id, Instant now) {
        db.update(JOB)
                .set(JOB.STATE, JobState.RUNNING.name())
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(now, JOB.STARTED_AT)))
                .set(JOB.CHANGED_AT, now)
                .where(JOB.ID.eq(id.value()), unended())
                .execute();
        return find(id).filter(job -> !job.state().ended());
    }

    /** Attempts begun since the last checkpoint. */
    int attempts(JobId id) {
        return db.select(JOB.ATTEMPTS).from(JOB).where(JOB.ID.eq(id.value())).fetchSingle(JOB.ATTEMPTS);
    }

    void end(JobId id, JobState state, @Nullable String message, long activeMillis, Instant now) {
        db.update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.MESSAGE, message == null ? JOB.MESSAGE : DSL.val(message))
                .set(JOB.ACTIVE_MILLIS, JOB.ACTIVE_MILLIS.plus(activeMillis))
                .set(JOB.CHANGED_AT, now)
                .set(JOB.ENDED_AT, state.ended() ? now : null)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void progress(JobId id, JobContext.Progress progress, JobCounts counts, long activeMillis, Instant now) {
        var rows = progress.rows().stream()
                .map(row -> {
                    var line = db.newRecord(JOB_ROW);
                    line.setJob(id.value());
                    line.setNumber(row.number());
                    line.setSubject(cut(row.subject(), 400));
                    line.setOutcome(row.outcome().name());
                    line.setPlace(row.place() == null ? null : cut(row.place(), 1000));
                    line.setMessage(row.message());
                    return line;
                })
                .toList();
        db.batchInsert(rows).execute();
        db.update(JOB)
                .set(JOB.CURSOR_TEXT, progress.cursor())
                .set(JOB.DONE, progress.done())
                .set(JOB.CREATED_ROWS, counts.created())
                .set(JOB.REVISED_ROWS, counts.revised())
                .set(JOB.UNCHANGED_ROWS, counts.unchanged())
                .set(JOB.REPAIRED_ROWS, counts.repaired())
                .set(JOB.REFUSED_ROWS, counts.refused())
                .set(JOB.ACTIVE_MILLIS, JOB.ACTIVE_MILLIS.plus(activeMillis))
                .set(JOB.ATTEMPTS, 1)
                .set(JOB.CHANGED_AT, now)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void total(JobId id, long total, Instant now) {
        db.update(JOB)
                .set(JOB.TOTAL, total)
                .set(JOB.CHANGED_AT, now)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void message(JobId id, String message, Instant now) {
        db.update(JOB)
                .set(JOB.MESSAGE, message)
                .set(JOB.CHANGED_AT, now)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void result(JobId id, String json, Instant now) {
        db.update(JOB)
                .set(JOB.RESULT, json)
                .set(JOB.CHANGED_AT, now)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    /** Frees what a process that ended under this name had taken, so that it is run again at once. */
    int release(String node, Instant now) {
        db.update(JOB)
                .set(JOB.STATE, JobState.QUEUED.name())
                .where(
                        JOB.STATE.eq(JobState.RUNNING.name()),
                        JOB.ID
                                .cast(String.class)
                                .in(DSL.select(SCHEDULED_TASKS.TASK_INSTANCE)
                                        .from(SCHEDULED_TASKS)
                                        .where(SCHEDULED_TASKS.PICKED.isTrue(), SCHEDULED_TASKS.PICKED_BY.eq(node))))
                .execute();
        return db.update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.PICKED, false)
                .setNull(SCHEDULED_TASKS.PICKED_BY)
                .setNull(SCHEDULED_TASKS.LAST_HEARTBEAT)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, now)
                .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
                .where(SCHEDULED_TASKS.PICKED.isTrue(), SCHEDULED_TASKS.PICKED_BY.eq(node))
                .execute();
    }

    private static Condition unended() {
        return JOB.STATE.in(JobState.QUEUED.name(), JobState.RUNNING.name());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static Job job(JobRecord row) {
        return new Job(
                new JobId(row.getId()),
                new JobKind(row.getKind()),
                row.getTitle(),
                new UserId(row.getOwner()),
                row.getParameters(),
                JobState.valueOf(row.getState()),
                row.getCancelRequested(),
                row.getDone(),
                row.getTotal(),
                new JobCounts(
                        row.getCreatedRows(),
                        row.getRevisedRows(),
                        row.getUnchangedRows(),
                        row.getRepairedRows(),
                        row.getRefusedRows()),
                Duration.ofMillis(row.getActiveMillis()),
                row.getQueuedAt(),
                row.getStartedAt(),
                row.getChangedAt(),
                row.getEndedAt(),
                row.getCursorText(),
                row.getMessage(),
                row.getResult());
    }
}
