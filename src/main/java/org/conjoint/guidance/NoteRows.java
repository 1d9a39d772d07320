package org.conjoint.guidance;

import static org.conjoint.jooq.guidance.Tables.NOTE;
import static org.conjoint.jooq.guidance.Tables.NOTE_ANSWER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostId;
import org.conjoint.guidance.RaterNote.NoteAnswer;
import org.conjoint.policy.ClauseVersionId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of notes. */
@Repository
class NoteRows {

    // formatter:off
    private static final Field<List<NoteAnswer>> ANSWERS = multiset(
            select(NOTE_ANSWER.AUTHOR_ID, NOTE_ANSWER.BODY, NOTE_ANSWER.ANSWERED_AT)
            .from(NOTE_ANSWER)
            .where(NOTE_ANSWER.NOTE_ID.eq(NOTE.ID))
            .orderBy(NOTE_ANSWER.POSITION))
        .as("said")
        .convertFrom(rows -> rows.map(
            row -> new NoteAnswer(new UserId(row.value1()), row.value2(), row.value3())));
    // formatter:on

    private final DSLContext db;

    NoteRows(DSLContext db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    NoteId insert(UserId sender, Reading reading, PostAt post, @Nullable Long verdict, String text, Instant at) {
        var clause = reading.clause();
        return new NoteId(Objects.requireNonNull(db.insertInto(NOTE)
                .set(NOTE.SENDER_ID, sender.value())
                .set(NOTE.POLICY_SLUG, reading.slug())
                .set(NOTE.POLICY_VERSION_ID, reading.version().value())
                .set(NOTE.LOCALE, reading.locale())
                .set(NOTE.CLAUSE_ID, clause == null ? null : clause.clauseId())
                .set(
                        NOTE.CLAUSE_VERSION_ID,
                        clause == null ? null : clause.version().value())
                .set(NOTE.TEXT_HASH, clause == null ? null : clause.textHash())
                .set(NOTE.POST_ID, post.id().value())
                .set(NOTE.POST_REVISION, post.revision())
                .set(NOTE.VERDICT_ID, verdict)
                .set(NOTE.BODY, text)
                .set(NOTE.STATE, NoteState.OPEN.code())
                .set(NOTE.ANSWERS, 0)
                .set(NOTE.ANSWERS_READ, 0)
                .set(NOTE.SENT_AT, at)
                .returningResult(NOTE.ID)
                .fetchOne(NOTE.ID)));
    }

    /** The note, locked until the transaction ends, so that two who act on it do so one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<RaterNote> lock(NoteId id) {
        db.select(NOTE.ID).from(NOTE).where(NOTE.ID.eq(id.value())).forUpdate().fetch();
        return find(id);
    }

    Optional<RaterNote> find(NoteId id) {
        return fetch(NOTE.ID.eq(id.value()), 1).stream().findFirst();
    }

    /** What stands of the notes of a verdict, the newest first. */
    List<RaterNote> ofVerdict(long verdict) {
        return fetch(NOTE.VERDICT_ID.eq(verdict).and(NOTE.STATE.ne(NoteState.WITHDRAWN.code())), Integer.MAX_VALUE);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answer(RaterNote note, UserId author, String text, Instant at) {
        var position = note.answers().size() + 1;
        db.insertInto(NOTE_ANSWER)
                .set(NOTE_ANSWER.NOTE_ID, note.id().value())
                .set(NOTE_ANSWER.POSITION, position)
                .set(NOTE_ANSWER.AUTHOR_ID, author.value())
                .set(NOTE_ANSWER.BODY, text)
                .set(NOTE_ANSWER.ANSWERED_AT, at)
                .execute();
        db.update(NOTE)
                .set(NOTE.ANSWERS, position)
                .set(NOTE.STATE, NoteState.ANSWERED.code())
                .setNull(NOTE.CLOSED_AT)
                .setNull(NOTE.CLOSED_BY)
                .where(NOTE.ID.eq(note.id().value()))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void close(NoteId id, UserId by, Instant at) {
        db.update(NOTE)
                .set(NOTE.STATE, NoteState.CLOSED.code())
                .set(NOTE.CLOSED_AT, at)
                .set(NOTE.CLOSED_BY, by.value())
                .where(NOTE.ID.eq(id.value()))
                .execute();
    }

    /** Withdraws what of a verdict's notes nobody has answered or closed. @return how many */
    @Transactional(propagation = Propagation.MANDATORY)
    int withdraw(long verdict) {
        return db.update(NOTE)
                .set(NOTE.STATE, NoteState.WITHDRAWN.code())
                .where(NOTE.VERDICT_ID.eq(verdict), NOTE.STATE.eq(NoteState.OPEN.code()))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void read(UserId sender, Collection<NoteId> notes) {
        db.update(NOTE)
                .set(NOTE.ANSWERS_READ, NOTE.ANSWERS)
                .where(
                        NOTE.SENDER_ID.eq(sender.value()),
                        NOTE.ID.in(notes.stream().map(NoteId::value).toList()))
                .execute();
    }

    List<RaterNote> page(NoteFilter filter, @Nullable NoteId before, int limit) {
        return fetch(condition(filter).and(older(before)), limit);
    }

    List<RaterNote> bySender(UserId sender, @Nullable NoteId before, int limit) {
        return fetch(
                NOTE.SENDER_ID
                        .eq(sender.value())
                        .and(NOTE.STATE.ne(NoteState.WITHDRAWN.code()))
                        .and(older(before)),
                limit);
    }

    long open() {
        return db.fetchCount(NOTE, NOTE.STATE.eq(NoteState.OPEN.code()));
    }

    /** How many notes of a sender have answers that the sender has not seen. */
    long unread(UserId sender) {
        return db.fetchCount(NOTE, NOTE.SENDER_ID.eq(sender.value()), NOTE.ANSWERS_READ.lt(NOTE.ANSWERS));
    }

    private static Condition older(@Nullable NoteId before) {
        return before == null ? noCondition() : NOTE.ID.lt(before.value());
    }

    private static Condition condition(NoteFilter filter) {
        var state = filter.state() == null
                ? NOTE.STATE.ne(NoteState.WITHDRAWN.code())
                : NOTE.STATE.eq(filter.state().code());
        var policy = filter.slug() == null ? noCondition() : NOTE.POLICY_SLUG.eq(filter.slug());
        var clause = filter.clauseId() == null ? noCondition() : NOTE.CLAUSE_ID.eq(filter.clauseId());
        return state.and(policy).and(clause);
    }

    private List<RaterNote> fetch(Condition which, int limit) {
        return db.select(NOTE.asterisk(), ANSWERS)
                .from(NOTE)
                .where(which)
                .orderBy(NOTE.ID.desc())
                .limit(limit)
                .fetch(NoteRows::note);
    }

    private static RaterNote note(Record row) {
        return new RaterNote(
                new NoteId(row.get(NOTE.ID)),
                new UserId(row.get(NOTE.SENDER_ID)),
                row.get(NOTE.SENT_AT),
                new Reading(
                        row.get(NOTE.POLICY_SLUG),
                        new PolicyVersionId(row.get(NOTE.POLICY_VERSION_ID)),
                        row.get(NOTE.LOCALE),
                        wording(row)),
                new PostAt(new PostId(row.get(NOTE.POST_ID)), row.get(NOTE.POST_REVISION)),
                row.get(NOTE.VERDICT_ID),
                row.get(NOTE.BODY),
                NoteState.of(row.get(NOTE.STATE)),
                row.get(ANSWERS),
                row.get(NOTE.ANSWERS) - row.get(NOTE.ANSWERS_READ));
    }

    private static @Nullable Wording wording(Record row) {
        @Nullable String clause = row.get(NOTE.CLAUSE_ID);
        return clause == null
                ? null
                : new Wording(clause, new ClauseVersionId(row.get(NOTE.CLAUSE_VERSION_ID)), row.get(NOTE.TEXT_HASH));
    }
}
