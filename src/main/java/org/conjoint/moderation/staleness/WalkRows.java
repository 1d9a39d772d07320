package org.conjoint.moderation.staleness;

import static org.conjoint.jooq.moderation.Tables.CITED_CLAUSE;
import static org.conjoint.jooq.moderation.Tables.VERDICT;
import static org.conjoint.moderation.staleness.StaleRows.STANDING;
import static org.conjoint.moderation.staleness.StaleRows.ids;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The SQL that walks through verdicts along an index, the newest first. A verdict is passed over when its post has a newer
 * one under a version for which the question is settled.
 */
@Repository
class WalkRows {

    private static final List<String> RAISED = List.of(PartGrade.BORDERLINE.code(), PartGrade.VIOLATING.code());

    /** Small and odd, so that neighbouring ids lie far apart in the order of a sample. */
    private static final int STRIDE = 7919;

    private static final int SPREAD = 10_007;

    /** Verdicts alike in grade and composition; raised null for any, else whether a part is above none. */
    record Bucket(
            PolicyVersionId version,
            JointGrade grade,
            Composition composition,
            @Nullable Boolean raised) {}

    /** Verdicts that cite a clause in a scope under some versions. */
    record Stream(String clause, String scope, Set<PolicyVersionId> versions, boolean violating) {}

    private final DSLContext db;

    WalkRows(DSLContext db) {
        this.db = db;
    }

    List<Met> bucket(Bucket bucket, long before, int limit, Collection<PolicyVersionId> settled) {
        // formatter:off
        return db
            .select(VERDICT.ID, VERDICT.POST_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION)
            .from(VERDICT)
            .where(
                VERDICT.POLICY_VERSION_ID.eq(bucket.version().value()),
                STANDING,
                VERDICT.GRADE_JOINT.eq(bucket.grade().code()),
                VERDICT.COMPOSITION.eq(bucket.composition().code()),
                VERDICT.ID.lt(before),
                raised(bucket.raised()),
                notSettled(settled))
            .orderBy(VERDICT.POLICY_VERSION_ID, VERDICT.SUPERSEDED_AT, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION,
                    VERDICT.ID.desc())
            .limit(limit)
            .fetch(WalkRows::met);
        // formatter:on
    }

    private static Condition raised(@Nullable Boolean raised) {
        if (raised == null) {
            return noCondition();
        }
        var any = VERDICT.GRADE_IMAGE
                .in(RAISED)
                .or(VERDICT.GRADE_CAPTION.in(RAISED))
                .or(VERDICT.GRADE_AUDIO.in(RAISED));
        return raised ? any : any.not();
    }

    List<Met> stream(Stream stream, long before, int limit, Collection<PolicyVersionId> settled) {
        // formatter:off
        return db
            .select(VERDICT.ID, VERDICT.POST_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION)
            .from(CITED_CLAUSE)
            .join(VERDICT).on(VERDICT.ID.eq(CITED_CLAUSE.VERDICT_ID), VERDICT.REVISION.eq(CITED_CLAUSE.REVISION))
            .where(
                CITED_CLAUSE.CLAUSE_ID.eq(stream.clause()),
                CITED_CLAUSE.SCOPE.eq(stream.scope()),
                CITED_CLAUSE.VERDICT_ID.lt(before),
                STANDING,
                VERDICT.POLICY_VERSION_ID.in(ids(stream.versions())),
                stream.violating() ? VERDICT.GRADE_JOINT.eq(JointGrade.VIOLATING.code()) : trueCondition(),
                notSettled(settled))
            .orderBy(CITED_CLAUSE.CLAUSE_ID, CITED_CLAUSE.SCOPE, CITED_CLAUSE.VERDICT_ID.desc())
            .limit(limit)
            .fetch(WalkRows::met);
        // formatter:on
    }

    /** Some borderline verdicts of versions, spread over all of them, the same at each time of asking. */
    List<Met> someBorderline(Collection<PolicyVersionId> versions, int limit, Collection<PolicyVersionId> settled) {
        return some(versions, VERDICT.GRADE_JOINT.eq(JointGrade.BORDERLINE.code()), limit, settled);
    }

    /** Some verdicts above none whose post another verdict of the same version grades otherwise. */
    List<Met> someDisputed(Collection<PolicyVersionId> versions, int limit, Collection<PolicyVersionId> settled) {
        var other = VERDICT.as("other");
        return some(
                versions,
                VERDICT.GRADE_JOINT
                        .eq(JointGrade.VIOLATING.code())
                        .and(exists(selectOne()
                                .from(other)
                                .where(
                                        other.POST_ID.eq(VERDICT.POST_ID),
                                        other.SUPERSEDED_AT.isNull(),
                                        other.TRIAL.isFalse(),
                                        other.POLICY_VERSION_ID.eq(VERDICT.POLICY_VERSION_ID),
                                        other.GRADE_JOINT.ne(VERDICT.GRADE_JOINT)))),
                limit,
                settled);
    }

    private List<Met> some(
            Collection<PolicyVersionId> versions, Condition which, int limit, Collection<PolicyVersionId> settled) {
        // formatter:off
        return db
            .select(VERDICT.ID, VERDICT.POST_ID, VERDICT.GRADE_JOINT, VERDICT.COMPOSITION)
            .from(VERDICT)
            .where(VERDICT.POLICY_VERSION_ID.in(ids(versions)), STANDING, which, notSettled(settled))
            .orderBy(VERDICT.ID.times(inline(STRIDE)).mod(inline(SPREAD)), VERDICT.ID)
            .limit(limit)
            .fetch(WalkRows::met);
        // formatter:on
    }

    /** No newer verdict on the post was given under one of these versions. */
    private static Condition notSettled(Collection<PolicyVersionId> settled) {
        var newer = VERDICT.as("newer");
        return settled.isEmpty()
                ? noCondition()
                : notExists(selectOne()
                        .from(newer)
                        .where(
                                newer.POST_ID.eq(VERDICT.POST_ID),
                                newer.SUPERSEDED_AT.isNull(),
                                newer.TRIAL.isFalse(),
                                newer.POLICY_VERSION_ID.in(ids(settled)),
                                newer.SUBMITTED_AT.gt(VERDICT.SUBMITTED_AT)));
    }

    private static Met met(Record4<Long, Long, String, String> row) {
        return new Met(
                new VerdictId(row.value1()),
                new PostId(row.value2()),
                JointGrade.of(row.value3()),
                Composition.of(row.value4()));
    }
}
