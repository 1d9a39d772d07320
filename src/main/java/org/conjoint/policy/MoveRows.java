package org.conjoint.policy;

import static org.conjoint.jooq.policy.Tables.CLAUSE_CHANGE;
import static org.conjoint.jooq.policy.Tables.MOVE;
import static org.conjoint.jooq.policy.Tables.SERIES;
import static org.conjoint.jooq.policy.Tables.VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of the steps that people take with a version; a version of a jurisdiction goes with the one that it overlays. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MoveRows {

    /** Where a version stands by what people decided. */
    record Candidate(
            PolicyVersionId id,
            String slug,
            String number,
            String jurisdiction,
            PolicyState stage,
            String author,
            Instant effectiveFrom,
            Instant penaltyFrom,
            @Nullable Instant expiresAt,
            @Nullable PolicyVersionId overlayOf) {}

    private final DSLContext db;

    MoveRows(DSLContext db) {
        this.db = db;
    }

    Optional<Candidate> find(PolicyVersionId id) {
        // formatter:off
        return db
            .select(VERSION.ID, SERIES.SLUG, VERSION.NUMBER, VERSION.JURISDICTION, VERSION.STAGE, VERSION.AUTHOR,
                    VERSION.EFFECTIVE_FROM, VERSION.PENALTY_FROM, VERSION.EXPIRES_AT, VERSION.OVERLAY_OF)
            .from(VERSION)
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .where(VERSION.ID.eq(id.value()))
            .fetchOptional(row -> new Candidate(
                    new PolicyVersionId(row.value1()), row.value2(), row.value3(), row.value4(),
                    PolicyState.of(row.value5()), row.value6(), row.value7(), row.value8(), row.value9(),
                    row.value10() == null ? null : new PolicyVersionId(row.value10())));
        // formatter:on
    }

    /**
     * A version that may be moved by itself.
     *
     * @throws IllegalArgumentException when there is none, or it overlays another and goes where that one goes
     */
    Candidate movable(PolicyVersionId id) {
        var found =
                find(id).orElseThrow(() -> new IllegalArgumentException("There is no policy version " + id.value()));
        if (found.overlayOf() != null) {
            throw new IllegalArgumentException("Version %s for %s goes with the one everywhere; move that one"
                    .formatted(found.number(), found.jurisdiction()));
        }
        return found;
    }

    /** The version and those that overlay it; the version first. */
    List<PolicyVersionId> family(PolicyVersionId id) {
        return db.select(VERSION.ID)
                .from(VERSION)
                .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                .orderBy(VERSION.ID)
                .fetch(row -> new PolicyVersionId(row.value1()));
    }

    /** Changes the stage from one to another; false when it was not that any more. */
    boolean stage(PolicyVersionId id, PolicyState from, PolicyState to) {
        return db.update(VERSION)
                        .set(VERSION.STAGE, to.code())
                        .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                        .and(VERSION.STAGE.eq(from.code()))
                        .execute()
                > 0;
    }

    /** As {@link #stage}, with the second person. */
    boolean decide(PolicyVersionId id, PolicyState from, PolicyState to, String approver, Instant at) {
        return db.update(VERSION)
                        .set(VERSION.STAGE, to.code())
                        .set(VERSION.APPROVER, approver)
                        .set(VERSION.APPROVED_AT, at)
                        .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                        .and(VERSION.STAGE.eq(from.code()))
                        .execute()
                > 0;
    }

    /** Makes a version that is in review or further an emergency version; false when it is not there any more. */
    boolean hasten(PolicyVersionId id, String approver, Instant at, Instant until) {
        return db.update(VERSION)
                        .set(VERSION.STAGE, PolicyState.EMERGENCY.code())
                        .set(VERSION.APPROVER, approver)
                        .set(VERSION.APPROVED_AT, at)
                        .set(VERSION.EXPIRES_AT, until)
                        .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                        .and(VERSION.STAGE.in(
                                PolicyState.IN_REVIEW.code(),
                                PolicyState.CALIBRATING.code(),
                                PolicyState.APPROVED.code()))
                        .execute()
                > 0;
    }

    /** Makes an emergency version one that was approved; false when it is none. */
    boolean ratify(PolicyVersionId id, String approver, Instant at) {
        return db.update(VERSION)
                        .set(VERSION.STAGE, PolicyState.APPROVED.code())
                        .set(VERSION.APPROVER, approver)
                        .set(VERSION.APPROVED_AT, at)
                        .setNull(VERSION.EXPIRES_AT)
                        .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                        .and(VERSION.STAGE.eq(PolicyState.EMERGENCY.code()))
                        .execute()
                > 0;
    }

    /** From when a version judges and from when penalties follow; published from now on. */
    void dates(PolicyVersionId id, Instant effectiveFrom, Instant penaltyFrom, Instant now) {
        db.update(VERSION)
                .set(VERSION.EFFECTIVE_FROM, effectiveFrom)
                .set(VERSION.PENALTY_FROM, penaltyFrom)
                .set(VERSION.PUBLISHED_AT, coalesce(VERSION.PUBLISHED_AT, inline(now)))
                .where(VERSION.ID.eq(id.value()).or(VERSION.OVERLAY_OF.eq(id.value())))
                .execute();
    }

    void note(PolicyVersionId id, PolicyState stage, String actor, @Nullable String note, Instant at) {
        db.insertInto(MOVE)
                .set(MOVE.VERSION_ID, id.value())
                .set(
                        MOVE.POSITION,
                        select(coalesce(max(MOVE.POSITION), inline(0)).plus(1))
                                .from(MOVE)
                                .where(MOVE.VERSION_ID.eq(id.value()))
                                .asField())
                .set(MOVE.STAGE, stage.code())
                .set(MOVE.ACTOR, actor)
                .set(MOVE.NOTE, note)
                .set(MOVE.MOVED_AT, at)
                .execute();
    }

    List<PolicyMove> moves(PolicyVersionId id) {
        return db.select(MOVE.STAGE, MOVE.ACTOR, MOVE.NOTE, MOVE.MOVED_AT)
                .from(MOVE)
                .where(MOVE.VERSION_ID.eq(id.value()))
                .orderBy(MOVE.POSITION)
                .fetch(row -> new PolicyMove(PolicyState.of(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    /** Confirms the kind of a change; false when the version does not change the clause. */
    boolean confirm(PolicyVersionId id, String clause, String by) {
        return db.update(CLAUSE_CHANGE)
                        .set(CLAUSE_CHANGE.CONFIRMED_BY, by)
                        .where(CLAUSE_CHANGE.VERSION_ID.eq(id.value()), CLAUSE_CHANGE.CLAUSE_CODE.eq(clause))
                        .execute()
                == 1;
    }

    List<ClauseChange> changes(PolicyVersionId id) {
        return db.select(
                        CLAUSE_CHANGE.CLAUSE_CODE,
                        CLAUSE_CHANGE.KIND,
                        CLAUSE_CHANGE.DIRECTION,
                        CLAUSE_CHANGE.REASON,
                        CLAUSE_CHANGE.BECOMES,
                        CLAUSE_CHANGE.CONFIRMED_BY)
                .from(CLAUSE_CHANGE)
                .where(CLAUSE_CHANGE.VERSION_ID.eq(id.value()))
                .orderBy(CLAUSE_CHANGE.CLAUSE_CODE)
                .fetch(row -> ClauseChange.of(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }
}
