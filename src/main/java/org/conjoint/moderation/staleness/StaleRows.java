package org.conjoint.moderation.staleness;

import static org.conjoint.jooq.moderation.Tables.CITED_CLAUSE;
import static org.conjoint.jooq.moderation.Tables.VERDICT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.springframework.stereotype.Repository;

/** The SQL that reads and counts verdicts by what decides whether they are stale. */
@Repository
class StaleRows {

    static final String JOINT = "joint";
    static final Condition STANDING = VERDICT.SUPERSEDED_AT.isNull().and(VERDICT.TRIAL.isFalse());

    /** How a verdict cites a clause, so that the greater says more. */
    private static final int FOR_A_PART = 1;

    private static final int FOR_THE_WHOLE = 2;

    // formatter:off
    private static final Field<Citations> CITED = multiset(
            select(CITED_CLAUSE.SCOPE, CITED_CLAUSE.CLAUSE_ID)
            .from(CITED_CLAUSE)
            .where(CITED_CLAUSE.VERDICT_ID.eq(VERDICT.ID), CITED_CLAUSE.REVISION.eq(VERDICT.REVISION)))
        .as("cited")
        .convertFrom(StaleRows::citations);
    // formatter:on

    private final DSLContext db;

    StaleRows(DSLContext db) {
        this.db = db;
    }

    /** These verdicts as they stand, by rising id. */
    List<Judged> judged(Collection<VerdictId> verdicts) {
        return verdicts.isEmpty()
                ? List.of()
                : db.select(
                                VERDICT.ID,
                                VERDICT.POLICY_VERSION_ID,
                                VERDICT.GRADE_JOINT,
                                VERDICT.COMPOSITION,
                                VERDICT.LOCALE,
                                CITED)
                        .from(VERDICT)
                        .where(
                                VERDICT.ID.in(
                                        verdicts.stream().map(VerdictId::value).toList()),
                                STANDING)
                        .orderBy(VERDICT.ID)
                        .fetch(row -> new Judged(
                                new VerdictId(row.value1()),
                                new Facts(
                                        new PolicyVersionId(row.value2()),
                                        JointGrade.of(row.value3()),
                                        Composition.of(row.value4()),
                                        row.value5(),
                                        row.value6())));
    }

    private static Citations citations(Result<Record2<String, String>> rows) {
        var joint = new TreeSet<String>();
        var any = new TreeSet<String>();
        for (var row : rows) {
            any.add(row.value2());
            if (row.value1().equals(JOINT)) {
                joint.add(row.value2());
            }
        }
        return new Citations(joint, any);
    }

    /** The standing verdicts of versions, without what they cite; read from an index alone. */
    List<Cell> cells(Collection<PolicyVersionId> versions) {
        // formatter:off
        return db
            .select(VERDICT.POLICY_VERSION_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION, VERDICT.LOCALE, count())
            .from(VERDICT)
            .where(VERDICT.POLICY_VERSION_ID.in(ids(versions)), STANDING)
            .groupBy(VERDICT.POLICY_VERSION_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION, VERDICT.LOCALE)
            .orderBy(VERDICT.POLICY_VERSION_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION, VERDICT.LOCALE)
            .fetch(row -> new Cell(
                new Facts(
                    new PolicyVersionId(row.value1()), JointGrade.of(row.value2()), Composition.of(row.value3()),
                    row.value4(), Citations.NONE),
                row.value5()));
        // formatter:on
    }

    /**
     * The standing verdicts that cite clauses, by which of them they cite; each verdict once.
     *
     * @param whole clauses that count where a verdict violates and cites them for the whole
     * @param any clauses that count wherever they are cited
     */
    List<Cell> citing(Set<String> whole, Set<String> any) {
        var clauses = new TreeSet<>(whole);
        clauses.addAll(any);
        if (clauses.isEmpty()) {
            return List.of();
        }
        var flags = new ArrayList<Field<Integer>>();
        for (var clause : clauses) {
            flags.add(max(when(
                                    CITED_CLAUSE.CLAUSE_ID.eq(inline(clause)),
                                    when(CITED_CLAUSE.SCOPE.eq(inline(JOINT)), inline(FOR_THE_WHOLE))
                                            .otherwise(inline(FOR_A_PART)))
                            .otherwise(inline(0)))
                    .as("c" + flags.size()));
        }
        // formatter:off
        var each = db
            .select(VERDICT.POLICY_VERSION_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION, VERDICT.LOCALE)
            .select(flags)
            .from(CITED_CLAUSE)
            .join(VERDICT).on(VERDICT.ID.eq(CITED_CLAUSE.VERDICT_ID), VERDICT.REVISION.eq(CITED_CLAUSE.REVISION))
            .where(STANDING, counting(whole, any))
            .groupBy(CITED_CLAUSE.VERDICT_ID, VERDICT.POLICY_VERSION_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION,
                    VERDICT.LOCALE)
            .asTable("each");
        var fields = new ArrayList<Field<?>>(List.of(each.fields()));
        return db
            .select(fields)
            .select(count())
            .from(each)
            .groupBy(fields)
            .fetch(row -> cell(row, List.copyOf(clauses)));
        // formatter:on
    }

    private static Condition counting(Set<String> whole, Set<String> any) {
        var forTheWhole = whole.isEmpty()
                ? falseCondition()
                : CITED_CLAUSE
                        .CLAUSE_ID
                        .in(whole)
                        .and(CITED_CLAUSE.SCOPE.eq(inline(JOINT)))
                        .and(VERDICT.GRADE_JOINT.eq(inline(JointGrade.VIOLATING.code())));
        return any.isEmpty() ? forTheWhole : forTheWhole.or(CITED_CLAUSE.CLAUSE_ID.in(any));
    }

    private static Cell cell(Record row, List<String> clauses) {
        var joint = new TreeSet<String>();
        var any = new TreeSet<String>();
        for (var i = 0; i < clauses.size(); i++) {
            int how = row.get(4 + i, Integer.class);
            if (how >= FOR_A_PART) {
                any.add(clauses.get(i));
            }
            if (how >= FOR_THE_WHOLE) {
                joint.add(clauses.get(i));
            }
        }
        return new Cell(
                new Facts(
                        new PolicyVersionId(row.get(0, Long.class)),
                        JointGrade.of(row.get(1, String.class)),
                        Composition.of(row.get(2, String.class)),
                        row.get(3, String.class),
                        new Citations(joint, any)),
                row.get(4 + clauses.size(), Long.class));
    }

    static List<Long> ids(Collection<PolicyVersionId> versions) {
        return versions.stream().map(PolicyVersionId::value).toList();
    }
}
