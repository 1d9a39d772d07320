package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.WORKER;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.conjoint.jooq.work.tables.records.WorkerRecord;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/**
 * All SQL of workers: what one rater did in one queue, and how far the rater has come in each lane. One row for each
 * rater, so that raters do not wait for each other to count.
 */
@Repository
class WorkerRows {

    private final DSLContext db;

    WorkerRows(DSLContext db) {
        this.db = db;
    }

    /**
     * How far a rater has come.
     *
     * @param reach by lane, the position up to which everything was taken or passed over
     * @param lookedAgainAt when all lanes were last read from their beginning
     */
    record Worker(Long[] reach, @Nullable Instant lookedAgainAt) {}

    /** What changes in the counts of a rater. */
    record Tally(int inHand, int answered, int skipped, int flagged) {
        static Tally taken(int count) {
            return new Tally(count, 0, 0, 0);
        }
    }

    /** Locks a rater's row until the end of the transaction; makes it when it is missing. */
    Worker lock(QueueId queue, UserId rater, int lanes) {
        return find(queue, rater).orElseGet(() -> {
            ensure(queue, rater, lanes);
            return find(queue, rater).orElseThrow();
        });
    }

    private Optional<Worker> find(QueueId queue, UserId rater) {
        return db.select(WORKER.REACH, WORKER.LOOKED_AGAIN_AT)
                .from(WORKER)
                .where(WORKER.QUEUE_ID.eq(queue.value()), WORKER.RATER_ID.eq(rater.value()))
                .forUpdate()
                .fetchOptional(row -> new Worker(row.value1(), row.value2()));
    }

    void ensure(QueueId queue, UserId rater, int lanes) {
        var reach = new Long[lanes];
        Arrays.fill(reach, 0L);
        var row = db.insertInto(WORKER)
                .set(WORKER.QUEUE_ID, queue.value())
                .set(WORKER.RATER_ID, rater.value())
                .set(WORKER.REACH, reach)
                .set(WORKER.IN_HAND, 0L)
                .set(WORKER.ANSWERED, 0L)
                .set(WORKER.SKIPPED, 0L)
                .set(WORKER.FLAGGED, 0L)
                .onConflictDoNothing();
        try {
            row.execute();
        } catch (DuplicateKeyException _) {
            // H2 merges by looking first: another window of this rater was faster.
            return;
        }
    }

    void advance(QueueId queue, UserId rater, Worker worker, int taken) {
        db.update(WORKER)
                .set(WORKER.REACH, worker.reach())
                .set(WORKER.LOOKED_AGAIN_AT, worker.lookedAgainAt())
                .set(WORKER.IN_HAND, WORKER.IN_HAND.plus(taken))
                .where(WORKER.QUEUE_ID.eq(queue.value()), WORKER.RATER_ID.eq(rater.value()))
                .execute();
    }

    void count(QueueId queue, UserId rater, Tally tally) {
        counting(tally)
                .where(WORKER.QUEUE_ID.eq(queue.value()), WORKER.RATER_ID.eq(rater.value()))
                .execute();
    }

    /** The update of the counts; whose is for the caller to say. */
    UpdateSetMoreStep<WorkerRecord> counting(Tally tally) {
        return db.update(WORKER)
                .set(WORKER.IN_HAND, WORKER.IN_HAND.plus(tally.inHand()))
                .set(WORKER.ANSWERED, WORKER.ANSWERED.plus(tally.answered()))
                .set(WORKER.SKIPPED, WORKER.SKIPPED.plus(tally.skipped()))
                .set(WORKER.FLAGGED, WORKER.FLAGGED.plus(tally.flagged()));
    }
}
