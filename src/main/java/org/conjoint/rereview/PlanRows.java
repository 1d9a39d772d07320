package org.conjoint.rereview;

import static org.conjoint.jooq.rereview.Tables.PLAN;

import java.time.Instant;
import java.util.Optional;
import org.conjoint.jooq.rereview.tables.records.PlanRecord;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of plans. */
@Repository
class PlanRows {

    private final DSLContext db;

    PlanRows(DSLContext db) {
        this.db = db;
    }

    Optional<RereviewPlan> of(PolicyVersionId target) {
        return db.selectFrom(PLAN)
                .where(PLAN.TARGET_VERSION_ID.eq(target.value()))
                .fetchOptional(PlanRows::plan);
    }

    Optional<RereviewPlan> find(PlanId id) {
        return db.selectFrom(PLAN).where(PLAN.ID.eq(id.value())).fetchOptional(PlanRows::plan);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    PlanId insert(PlanData data, UserId by, Instant at) {
        return db.insertInto(PLAN)
                .set(PLAN.TARGET_VERSION_ID, data.target().value())
                .set(PLAN.NAME, data.name())
                .set(PLAN.OVERLAP, data.overlap())
                .set(PLAN.MOST, data.most())
                .set(PLAN.CLARIFY_SAMPLE, data.clarifySample())
                .set(PLAN.POSTS, 0L)
                .set(PLAN.PLANNED_BY, by.value())
                .set(PLAN.PLANNED_AT, at)
                .returningResult(PLAN.ID)
                .fetchSingle(row -> new PlanId(row.value1()));
    }

    /** Changes how much is read; the name and the overlap only as long as there is no queue. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(PlanId id, PlanData data) {
        db.update(PLAN)
                .set(PLAN.MOST, data.most())
                .set(PLAN.CLARIFY_SAMPLE, data.clarifySample())
                .where(PLAN.ID.eq(id.value()))
                .execute();
        db.update(PLAN)
                .set(PLAN.NAME, data.name())
                .set(PLAN.OVERLAP, data.overlap())
                .where(PLAN.ID.eq(id.value()), PLAN.QUEUE_ID.isNull())
                .execute();
    }

    /** Marks a plan as begun; false when it was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean begin(PlanId id, Instant at) {
        return db.update(PLAN)
                        .set(PLAN.BEGUN_AT, at)
                        .where(PLAN.ID.eq(id.value()), PLAN.BEGUN_AT.isNull())
                        .execute()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void queue(PlanId id, QueueId queue) {
        db.update(PLAN)
                .set(PLAN.QUEUE_ID, queue.value())
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void filled(PlanId id, int more, @Nullable Instant filledAt) {
        db.update(PLAN)
                .set(PLAN.POSTS, PLAN.POSTS.plus(more))
                .set(PLAN.FILLED_AT, filledAt)
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    /** Forgets a plan that has not begun; false when it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean forget(PlanId id) {
        return db.deleteFrom(PLAN)
                        .where(PLAN.ID.eq(id.value()), PLAN.BEGUN_AT.isNull())
                        .execute()
                == 1;
    }

    private static RereviewPlan plan(PlanRecord row) {
        @Nullable Long queue = row.getQueueId();
        return new RereviewPlan(
                new PlanId(row.getId()),
                new PlanData(
                        new PolicyVersionId(row.getTargetVersionId()),
                        row.getName(),
                        row.getOverlap(),
                        row.getMost(),
                        row.getClarifySample()),
                queue == null ? null : new QueueId(queue),
                row.getPosts(),
                new UserId(row.getPlannedBy()),
                row.getPlannedAt(),
                row.getBegunAt(),
                row.getFilledAt());
    }
}
