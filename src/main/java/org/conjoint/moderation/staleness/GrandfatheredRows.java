package org.conjoint.moderation.staleness;

import static org.conjoint.jooq.moderation.Tables.GRANDFATHERED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conjoint.jooq.moderation.tables.records.GrandfatheredRecord;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of decisions to keep what is stale. */
@Repository
class GrandfatheredRows {

    private static final Condition STANDING = GRANDFATHERED.ENDED_AT.isNull();

    private final DSLContext db;

    GrandfatheredRows(DSLContext db) {
        this.db = db;
    }

    /** The decisions on clauses up to one of these versions. */
    List<Grandfathered> rules(Collection<PolicyVersionId> targets) {
        return targets.isEmpty()
                ? List.of()
                : fetch(upTo(targets).and(GRANDFATHERED.CLAUSE_CODE.isNotNull()).and(STANDING));
    }

    /** The decisions on single verdicts up to one of these versions. */
    List<Grandfathered> singles(Collection<PolicyVersionId> targets) {
        return targets.isEmpty()
                ? List.of()
                : fetch(upTo(targets).and(GRANDFATHERED.VERDICT_ID.isNotNull()).and(STANDING));
    }

    /** The decisions on these verdicts. */
    Map<VerdictId, List<Grandfathered>> of(Collection<VerdictId> verdicts) {
        if (verdicts.isEmpty()) {
            return Map.of();
        }
        var ids = verdicts.stream().map(VerdictId::value).toList();
        return fetch(GRANDFATHERED.VERDICT_ID.in(ids).and(STANDING)).stream()
                .collect(Collectors.groupingBy(kept -> Objects.requireNonNull(kept.verdict())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    GrandfatheredId insert(PolicyVersionId target, @Nullable String clause, @Nullable VerdictId verdict, Kept kept) {
        return db.insertInto(GRANDFATHERED)
                .set(GRANDFATHERED.TARGET_VERSION_ID, target.value())
                .set(GRANDFATHERED.CLAUSE_CODE, clause)
                .set(GRANDFATHERED.VERDICT_ID, verdict == null ? null : verdict.value())
                .set(GRANDFATHERED.REASON, kept.reason())
                .set(GRANDFATHERED.KEPT_BY, kept.by().value())
                .set(GRANDFATHERED.KEPT_AT, kept.at())
                .returningResult(GRANDFATHERED.ID)
                .fetchSingle(row -> new GrandfatheredId(row.value1()));
    }

    /** Ends a decision; false when it was ended before. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean end(GrandfatheredId id, UserId by, Instant at) {
        return db.update(GRANDFATHERED)
                        .set(GRANDFATHERED.ENDED_BY, by.value())
                        .set(GRANDFATHERED.ENDED_AT, at)
                        .where(GRANDFATHERED.ID.eq(id.value()), STANDING)
                        .execute()
                == 1;
    }

    private static Condition upTo(Collection<PolicyVersionId> targets) {
        return GRANDFATHERED.TARGET_VERSION_ID.in(
                targets.stream().map(PolicyVersionId::value).toList());
    }

    private List<Grandfathered> fetch(Condition which) {
        return db.selectFrom(GRANDFATHERED)
                .where(which)
                .orderBy(GRANDFATHERED.ID)
                .fetch(GrandfatheredRows::grandfathered);
    }

    private static Grandfathered grandfathered(GrandfatheredRecord row) {
        @Nullable Long verdict = row.getVerdictId();
        return new Grandfathered(
                new GrandfatheredId(row.getId()),
                new PolicyVersionId(row.getTargetVersionId()),
                row.getClauseCode(),
                verdict == null ? null : new VerdictId(verdict),
                new Kept(row.getReason(), new UserId(row.getKeptBy()), row.getKeptAt()));
    }
}
