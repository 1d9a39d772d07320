package org.conjoint.appeals;

import static org.conjoint.jooq.appeals.Tables.APPEAL;
import static org.conjoint.jooq.appeals.Tables.APPEALED_CLAUSE;
import static org.conjoint.jooq.appeals.Tables.DECISION;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.appeals.Appeal.AppealedClause;
import org.conjoint.appeals.Appeal.Decision;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictId;
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

/** The SQL of appeals. */
@Repository
class AppealRows {

    private static final Condition OPEN = APPEAL.RANK.eq(AppealPlace.OPEN);

    // formatter:off
    private static final Field<List<AppealedClause>> CLAUSES = multiset(
            select(APPEALED_CLAUSE.CLAUSE_ID, APPEALED_CLAUSE.CLAUSE_VERSION_ID, APPEALED_CLAUSE.PRINCIPAL)
            .from(APPEALED_CLAUSE)
            .where(APPEALED_CLAUSE.APPEAL_ID.eq(APPEAL.ID))
            .orderBy(APPEALED_CLAUSE.PRINCIPAL.desc(), APPEALED_CLAUSE.CLAUSE_ID))
        .as("clauses")
        .convertFrom(rows -> rows.map(
            clause -> new AppealedClause(clause.value1(), new ClauseVersionId(clause.value2()), clause.value3())));
    // formatter:on

    private final DSLContext db;

    AppealRows(DSLContext db) {
        this.db = db;
    }

    /** What is written of an appeal when it is opened; its id and place are the database's. */
    @Transactional(propagation = Propagation.MANDATORY)
    AppealId insert(Appeal appeal) {
        var id = Objects.requireNonNull(db.insertInto(APPEAL)
                .set(APPEAL.REFERENCE, appeal.reference())
                .set(APPEAL.VERDICT_ID, appeal.verdict().value())
                .set(APPEAL.VERDICT_REVISION, appeal.revision())
                .set(APPEAL.POST_ID, appeal.post().id().value())
                .set(APPEAL.POST_REVISION, appeal.post().revision())
                .set(APPEAL.POLICY_SLUG, appeal.slug())
                .set(APPEAL.POLICY_VERSION_ID, appeal.version().value())
                .set(APPEAL.LOCALE, appeal.locale())
                .set(APPEAL.STATEMENT, appeal.statement())
                .set(APPEAL.OPENED_BY, appeal.openedBy().value())
                .set(APPEAL.OPENED_AT, appeal.openedAt())
                .set(APPEAL.RANK, AppealPlace.OPEN)
                .set(APPEAL.PLACE, 0L)
                .returningResult(APPEAL.ID)
                .fetchOne(APPEAL.ID));
        db.update(APPEAL).set(APPEAL.PLACE, APPEAL.ID).where(APPEAL.ID.eq(id)).execute();
        for (var clause : appeal.clauses()) {
            db.insertInto(APPEALED_CLAUSE)
                    .set(APPEALED_CLAUSE.APPEAL_ID, id)
                    .set(APPEALED_CLAUSE.CLAUSE_ID, clause.clauseId())
                    .set(APPEALED_CLAUSE.CLAUSE_VERSION_ID, clause.version().value())
                    .set(APPEALED_CLAUSE.PRINCIPAL, clause.principal())
                    .execute();
        }
        return new AppealId(id);
    }

    /** Closes an open appeal with its decision. @return whether it was open */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean decide(AppealId id, Decision decision) {
        var closed = db.update(APPEAL)
                .set(APPEAL.RANK, AppealPlace.DECIDED)
                .set(APPEAL.PLACE, -id.value())
                .where(APPEAL.ID.eq(id.value()), OPEN)
                .execute();
        if (closed == 0) {
            return false;
        }
        var now = decision.now();
        db.insertInto(DECISION)
                .set(DECISION.APPEAL_ID, id.value())
                .set(DECISION.DECIDED_BY, decision.by().value())
                .set(DECISION.DECIDED_AT, decision.at())
                .set(DECISION.OUTCOME, decision.outcome().code())
                .set(DECISION.THEN_RIGHT, decision.then().right())
                .set(DECISION.THEN_GRADE, code(decision.then().grade()))
                .set(DECISION.THEN_CLAUSE, decision.then().clauseId())
                .set(DECISION.THEN_REASON, decision.then().reason())
                .set(
                        DECISION.NOW_VERSION_ID,
                        decision.nowVersion() == null
                                ? null
                                : decision.nowVersion().value())
                .set(DECISION.NOW_RIGHT, now == null ? null : now.right())
                .set(DECISION.NOW_GRADE, now == null ? null : code(now.grade()))
                .set(DECISION.NOW_CLAUSE, now == null ? null : now.clauseId())
                .set(DECISION.NOW_REASON, now == null ? null : now.reason())
                .execute();
        return true;
    }

    Optional<Appeal> find(AppealId id) {
        return fetch(APPEAL.ID.eq(id.value()), 1).stream().findFirst();
    }

    Optional<Appeal> byReference(String reference) {
        return fetch(APPEAL.REFERENCE.eq(reference), 1).stream().findFirst();
    }

    List<Appeal> ofVerdict(VerdictId verdict) {
        return fetch(APPEAL.VERDICT_ID.eq(verdict.value()), Integer.MAX_VALUE);
    }

    List<Appeal> page(AppealFilter filter, @Nullable AppealPlace after, int limit) {
        var which = switch (filter) {
            case OPEN -> OPEN;
            case DECIDED -> APPEAL.RANK.eq(AppealPlace.DECIDED);
            case ALL -> noCondition();
        };
        var later =
                after == null ? noCondition() : row(APPEAL.RANK, APPEAL.PLACE).gt(after.rank(), after.place());
        return fetch(which.and(later), limit);
    }

    long open() {
        return db.fetchCount(APPEAL, OPEN);
    }

    Map<String, Long> openByClause(String slug) {
        var counts = new HashMap<String, Long>();
        // formatter:off
        db.select(APPEALED_CLAUSE.CLAUSE_ID, countDistinct(APPEAL.ID))
            .from(APPEAL)
            .join(APPEALED_CLAUSE).on(APPEALED_CLAUSE.APPEAL_ID.eq(APPEAL.ID))
            .where(APPEAL.POLICY_SLUG.eq(slug), OPEN)
            .groupBy(APPEALED_CLAUSE.CLAUSE_ID)
            .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
        // formatter:on
        return counts;
    }

    Set<VerdictId> open(Collection<VerdictId> among) {
        return db
                .selectDistinct(APPEAL.VERDICT_ID)
                .from(APPEAL)
                .where(APPEAL.VERDICT_ID.in(among.stream().map(VerdictId::value).toList()), OPEN)
                .fetch(APPEAL.VERDICT_ID)
                .stream()
                .map(VerdictId::new)
                .collect(Collectors.toSet());
    }

    private List<Appeal> fetch(Condition which, int limit) {
        // formatter:off
        return db
            .select(APPEAL.asterisk(), CLAUSES)
            .select(DECISION.fields())
            .from(APPEAL)
            .leftJoin(DECISION).on(DECISION.APPEAL_ID.eq(APPEAL.ID))
            .where(which)
            .orderBy(APPEAL.RANK, APPEAL.PLACE)
            .limit(limit)
            .fetch(AppealRows::appeal);
        // formatter:on
    }

    private static Appeal appeal(Record row) {
        return new Appeal(
                new AppealId(row.get(APPEAL.ID)),
                row.get(APPEAL.REFERENCE),
                new VerdictId(row.get(APPEAL.VERDICT_ID)),
                row.get(APPEAL.VERDICT_REVISION),
                new PostAt(new PostId(row.get(APPEAL.POST_ID)), row.get(APPEAL.POST_REVISION)),
                row.get(APPEAL.POLICY_SLUG),
                new PolicyVersionId(row.get(APPEAL.POLICY_VERSION_ID)),
                row.get(APPEAL.LOCALE),
                row.get(APPEAL.STATEMENT),
                new UserId(row.get(APPEAL.OPENED_BY)),
                row.get(APPEAL.OPENED_AT),
                row.get(CLAUSES),
                decision(row));
    }

    private static @Nullable Decision decision(Record row) {
        @Nullable Instant at = row.get(DECISION.DECIDED_AT);
        if (at == null) {
            return null;
        }
        @Nullable Long version = row.get(DECISION.NOW_VERSION_ID);
        @Nullable Boolean now = row.get(DECISION.NOW_RIGHT);
        return new Decision(
                new UserId(row.get(DECISION.DECIDED_BY)),
                at,
                AppealOutcome.of(row.get(DECISION.OUTCOME)),
                new AppealAnswer(
                        row.get(DECISION.THEN_RIGHT),
                        grade(row.get(DECISION.THEN_GRADE)),
                        row.get(DECISION.THEN_CLAUSE),
                        row.get(DECISION.THEN_REASON)),
                version == null ? null : new PolicyVersionId(version),
                now == null
                        ? null
                        : new AppealAnswer(
                                now,
                                grade(row.get(DECISION.NOW_GRADE)),
                                row.get(DECISION.NOW_CLAUSE),
                                row.get(DECISION.NOW_REASON)));
    }

    private static @Nullable String code(@Nullable JointGrade grade) {
        return grade == null ? null : grade.code();
    }

    private static @Nullable JointGrade grade(@Nullable String code) {
        return code == null ? null : JointGrade.of(code);
    }
}
