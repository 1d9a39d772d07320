package org.conjoint.moderation;

import static org.conjoint.jooq.moderation.Tables.CITED_CLAUSE;
import static org.conjoint.jooq.moderation.Tables.VERDICT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The SQL that draws posts to try a version out on, and reads what was answered. */
@Repository
class TrialRows {

    /** A prime: stepping through the remainders by any number meets each of them once. */
    private static final long REMAINDERS = 1_000_003;

    private static final Field<Set<String>> JOINT_CLAUSES = multiset(select(CITED_CLAUSE.CLAUSE_ID)
                    .from(CITED_CLAUSE)
                    .where(
                            CITED_CLAUSE.VERDICT_ID.eq(VERDICT.ID),
                            CITED_CLAUSE.REVISION.eq(VERDICT.REVISION),
                            CITED_CLAUSE.SCOPE.eq(inline("joint"))))
            .convertFrom(rows -> rows.intoSet(CITED_CLAUSE.CLAUSE_ID));

    private final DSLContext db;

    TrialRows(DSLContext db) {
        this.db = db;
    }

    List<PostId> sample(SampleRequest request) {
        var near = max(when(near(request.clauses()), inline(1)).otherwise(inline(0)));
        // formatter:off
        return db
            .select(VERDICT.POST_ID)
            .from(VERDICT)
            .where(
                VERDICT.SUPERSEDED_AT.isNull(),
                VERDICT.TRIAL.isFalse(),
                VERDICT.LOCALE.eq(request.locale()),
                request.version() == null
                    ? noCondition()
                    : VERDICT.POLICY_VERSION_ID.eq(request.version().value()))
            .groupBy(VERDICT.POST_ID)
            .having(near.eq(inline(request.near() ? 1 : 0)))
            .orderBy(shuffled(request.seed()), VERDICT.POST_ID)
            .limit(request.limit())
            .fetch(row -> new PostId(row.value1()));
        // formatter:on
    }

    private static Condition near(Set<String> clauses) {
        var cited = exists(select(one())
                .from(CITED_CLAUSE)
                .where(
                        CITED_CLAUSE.VERDICT_ID.eq(VERDICT.ID),
                        CITED_CLAUSE.REVISION.eq(VERDICT.REVISION),
                        CITED_CLAUSE.CLAUSE_ID.in(clauses)));
        var borderline = VERDICT.GRADE_JOINT.eq(inline(JointGrade.BORDERLINE.code()));
        return clauses.isEmpty() ? borderline : borderline.or(cited);
    }

    /** A place in an order that looks like chance, the same for the same seed on every database. */
    private static Field<Long> shuffled(long seed) {
        var random = new SplittableRandom(seed);
        return VERDICT.POST_ID
                .mod(inline(REMAINDERS))
                .cast(SQLDataType.BIGINT)
                .times(inline(random.nextLong(1, REMAINDERS)))
                .plus(inline(random.nextLong(REMAINDERS)))
                .mod(inline(REMAINDERS));
    }

    List<PanelAnswer> answers(Collection<QueueId> queues) {
        // formatter:off
        return db
            .select(VERDICT.QUEUE_ID, VERDICT.POST_ID, VERDICT.RATER_ID, VERDICT.GRADE_JOINT, VERDICT.PRINCIPAL,
                    JOINT_CLAUSES)
            .from(VERDICT)
            .where(
                VERDICT.QUEUE_ID.in(queues.stream().map(QueueId::value).toList()),
                VERDICT.SUPERSEDED_AT.isNull(),
                VERDICT.TRIAL.isTrue())
            .orderBy(VERDICT.ID)
            .fetch(row -> new PanelAnswer(
                    new QueueId(row.value1()), new PostId(row.value2()), new UserId(row.value3()),
                    JointGrade.of(row.value4()), row.value5(), row.value6()));
        // formatter:on
    }
}
