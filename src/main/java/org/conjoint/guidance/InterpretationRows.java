package org.conjoint.guidance;

import static org.conjoint.jooq.guidance.Tables.INTERPRETATION;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostId;
import org.conjoint.guidance.Interpretation.Settlement;
import org.conjoint.policy.ClauseVersionId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of interpretations. */
@Repository
class InterpretationRows {

    private final DSLContext db;

    InterpretationRows(DSLContext db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    InterpretationId insert(
            Reading reading, Wording clause, PostAt post, @Nullable NoteId note, String text, UserId by, Instant at) {
        return new InterpretationId(Objects.requireNonNull(db.insertInto(INTERPRETATION)
                .set(INTERPRETATION.POLICY_SLUG, reading.slug())
                .set(INTERPRETATION.POLICY_VERSION_ID, reading.version().value())
                .set(INTERPRETATION.CLAUSE_ID, clause.clauseId())
                .set(INTERPRETATION.CLAUSE_VERSION_ID, clause.version().value())
                .set(INTERPRETATION.TEXT_HASH, clause.textHash())
                .set(INTERPRETATION.LOCALE, reading.locale())
                .set(INTERPRETATION.POST_ID, post.id().value())
                .set(INTERPRETATION.POST_REVISION, post.revision())
                .set(INTERPRETATION.NOTE_ID, note == null ? null : note.value())
                .set(INTERPRETATION.BODY, text)
                .set(INTERPRETATION.WRITTEN_BY, by.value())
                .set(INTERPRETATION.WRITTEN_AT, at)
                .set(INTERPRETATION.STATE, InterpretationState.OPEN.code())
                .returningResult(INTERPRETATION.ID)
                .fetchOne(INTERPRETATION.ID)));
    }

    /** Settles an open interpretation. @return whether it was open */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean settle(InterpretationId id, InterpretationState state, Settlement how) {
        return db.update(INTERPRETATION)
                        .set(INTERPRETATION.STATE, state.code())
                        .set(INTERPRETATION.SETTLED_BY, how.by().value())
                        .set(INTERPRETATION.SETTLED_AT, how.at())
                        .set(
                                INTERPRETATION.FOLDED_INTO,
                                how.into() == null ? null : how.into().value())
                        .set(INTERPRETATION.REASON, how.reason())
                        .where(
                                INTERPRETATION.ID.eq(id.value()),
                                INTERPRETATION.STATE.eq(InterpretationState.OPEN.code()))
                        .execute()
                == 1;
    }

    Optional<Interpretation> find(InterpretationId id) {
        return fetch(INTERPRETATION.ID.eq(id.value()), INTERPRETATION.ID.desc(), 1).stream()
                .findFirst();
    }

    List<Interpretation> page(InterpretationFilter filter, @Nullable InterpretationId before, int limit) {
        var older = before == null ? noCondition() : INTERPRETATION.ID.lt(before.value());
        var state = filter.state() == null
                ? noCondition()
                : INTERPRETATION.STATE.eq(filter.state().code());
        var policy = filter.slug() == null ? noCondition() : INTERPRETATION.POLICY_SLUG.eq(filter.slug());
        var clause = filter.clauseId() == null ? noCondition() : INTERPRETATION.CLAUSE_ID.eq(filter.clauseId());
        return fetch(state.and(policy).and(clause).and(older), INTERPRETATION.ID.desc(), limit);
    }

    /** What was written on clauses of a policy up to an instant and was not rejected by then, the earliest first. */
    List<Interpretation> written(String slug, Collection<String> clauses, Instant until) {
        var rejected =
                INTERPRETATION.STATE.eq(InterpretationState.REJECTED.code()).and(INTERPRETATION.SETTLED_AT.le(until));
        return fetch(
                INTERPRETATION
                        .POLICY_SLUG
                        .eq(slug)
                        .and(INTERPRETATION.WRITTEN_AT.le(until))
                        .and(INTERPRETATION.CLAUSE_ID.in(clauses))
                        .and(rejected.not()),
                INTERPRETATION.WRITTEN_AT.asc(),
                Integer.MAX_VALUE);
    }

    long open() {
        return db.fetchCount(INTERPRETATION, INTERPRETATION.STATE.eq(InterpretationState.OPEN.code()));
    }

    private List<Interpretation> fetch(Condition which, SortField<?> order, int limit) {
        return db.selectFrom(INTERPRETATION)
                .where(which)
                .orderBy(order, INTERPRETATION.ID)
                .limit(limit)
                .fetch(InterpretationRows::interpretation);
    }

    private static Interpretation interpretation(Record row) {
        @Nullable Long note = row.get(INTERPRETATION.NOTE_ID);
        return new Interpretation(
                new InterpretationId(row.get(INTERPRETATION.ID)),
                new Reading(
                        row.get(INTERPRETATION.POLICY_SLUG),
                        new PolicyVersionId(row.get(INTERPRETATION.POLICY_VERSION_ID)),
                        row.get(INTERPRETATION.LOCALE),
                        new Wording(
                                row.get(INTERPRETATION.CLAUSE_ID),
                                new ClauseVersionId(row.get(INTERPRETATION.CLAUSE_VERSION_ID)),
                                row.get(INTERPRETATION.TEXT_HASH))),
                new PostAt(new PostId(row.get(INTERPRETATION.POST_ID)), row.get(INTERPRETATION.POST_REVISION)),
                note == null ? null : new NoteId(note),
                row.get(INTERPRETATION.BODY),
                new UserId(row.get(INTERPRETATION.WRITTEN_BY)),
                row.get(INTERPRETATION.WRITTEN_AT),
                InterpretationState.of(row.get(INTERPRETATION.STATE)),
                settlement(row));
    }

    private static @Nullable Settlement settlement(Record row) {
        @Nullable Long by = row.get(INTERPRETATION.SETTLED_BY);
        @Nullable Long into = row.get(INTERPRETATION.FOLDED_INTO);
        return by == null
                ? null
                : new Settlement(
                        new UserId(by),
                        row.get(INTERPRETATION.SETTLED_AT),
                        into == null ? null : new PolicyVersionId(into),
                        row.get(INTERPRETATION.REASON));
    }
}
