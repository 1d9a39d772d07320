package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.DECLINED;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of taking: from the open places of a lane into a rater's hand. */
@Repository
class TakeRows {

    /** How many candidates are read for each item wanted, where taking needs two statements. */
    private static final int CANDIDATES_EACH = 8;

    /** What a candidate for taking consists of. */
    private static final List<Field<?>> CANDIDATE = List.of(
            PLACE.ID,
            PLACE.QUEUE_ID,
            PLACE.ITEM_ID,
            PLACE.SUBJECT_KIND,
            PLACE.SUBJECT_ID,
            PLACE.SUBJECT_REVISION,
            PLACE.FAMILY,
            PLACE.OPEN_POSITION);

    private final DSLContext db;
    private final KinRows kin;

    TakeRows(DSLContext db, KinRows kin) {
        this.db = db;
        this.kin = kin;
    }

    /** Who takes, and what is bound to what they take. */
    record Taking(
            QueueId queue,
            UserId rater,
            PolicyVersionId policyVersion,
            String locale,
            Instant at,
            Instant until,
            @Nullable Long panel) {}

    /** A lease with its place in the order of its lane, and the family of its subject. */
    record Taken(Lease lease, long position, @Nullable Long family) {}

    /**
     * Takes up to {@code count} open places of a lane after a position, in their order, passing over those that someone
     * else is taking at this moment. Of a family only one is kept; the others are opened again where they were.
     */
    List<Taken> take(Taking taking, int lane, long after, int count) {
        var taken = new ArrayList<Taken>();
        var from = after;
        while (true) {
            var some = takeSome(taking, lane, from, count - taken.size());
            var kept = some.stream().filter(one -> keep(taking, one)).toList();
            taken.addAll(kept);
            if (kept.size() == some.size()) {
                return taken;
            }
            from = some.getLast().position();
        }
    }

    private List<Taken> takeSome(Taking taking, int lane, long after, int count) {
        return db.dialect().family() == SQLDialect.POSTGRES
                ? takeAtOnce(taking, lane, after, count)
                : takeInTwo(taking, lane, after, count);
    }

    private boolean keep(Taking taking, Taken taken) {
        var family = taken.family();
        var subject = taken.lease().subject().id();
        if (family == null || kin.claim(family, taking.rater(), subject, taking.at(), taking.until())) {
            return true;
        }
        var changes = PlaceRows.emptied();
        changes.put(PLACE.OPEN_POSITION, taken.position());
        db.update(PLACE)
                .set(changes)
                .where(PLACE.ID.eq(taken.lease().id().value()))
                .execute();
        return false;
    }

    /** Takes an open place of a certain item; which the rater has nothing to do with yet, is for the caller to know. */
    Optional<Lease> takeItem(Taking taking, ItemId item) {
        return db.select(PLACE.ID, PLACE.FAMILY, PLACE.SUBJECT_ID)
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()), PLACE.OPEN_POSITION.isNotNull())
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .filter(place -> place.value2() == null
                        || kin.claim(place.value2(), taking.rater(), place.value3(), taking.at(), taking.until()))
                .flatMap(place -> db.update(PLACE)
                        .set(taken(taking))
                        .where(PLACE.ID.eq(place.value1()))
                        .returningResult(PlaceRows.LEASE)
                        .fetchOptional(PlaceRows::lease));
    }

    /** One statement; RETURNING gives the new row, so the position comes from the candidates. */
    private List<Taken> takeAtOnce(Taking taking, int lane, long after, int count) {
        // formatter:off
        var candidate = candidates(taking, lane, after, count).forUpdate().of(PLACE).skipLocked().asTable("candidate");
        var position = candidate.field(PLACE.OPEN_POSITION);
        var fields = new ArrayList<>(PlaceRows.LEASE);
        fields.add(PLACE.FAMILY);
        fields.add(position);
        return db.update(PLACE)
            .set(taken(taking))
            .from(candidate)
            .where(PLACE.ID.eq(candidate.field(PLACE.ID)))
            .returningResult(fields)
            .fetch(row -> new Taken(PlaceRows.lease(row), row.get(position), row.get(PLACE.FAMILY)))
            .stream()
            .sorted(Comparator.comparingLong(Taken::position))
            .toList();
        // formatter:on
    }

    /**
     * Reads candidates without locks, then locks as many as are wanted. H2 locks every row of the range when it has to
     * sort one for update, so the order and the locks are asked for apart.
     */
    private List<Taken> takeInTwo(Taking taking, int lane, long after, int count) {
        var taken = new ArrayList<Taken>();
        var from = after;
        while (taken.size() < count) {
            var candidates =
                    candidates(taking, lane, from, count * CANDIDATES_EACH).fetch();
            if (candidates.isEmpty()) {
                break;
            }
            for (var next = 0; next < candidates.size() && taken.size() < count; ) {
                var some = candidates.subList(next, Math.min(candidates.size(), next + count - taken.size()));
                next += some.size();
                var locked = db.select(PLACE.ID)
                        .from(PLACE)
                        .where(
                                PLACE.ID.in(some.stream()
                                        .map(row -> row.get(PLACE.ID))
                                        .toList()),
                                PLACE.OPEN_POSITION.isNotNull(),
                                PLACE.LANE.eq(lane))
                        .forUpdate()
                        .skipLocked()
                        .fetchMap(PLACE.ID, row -> row.get(PLACE.ID));
                some.stream()
                        .filter(row -> locked.containsKey(row.get(PLACE.ID)))
                        .forEach(row -> taken.add(
                                new Taken(lease(row, taking), row.get(PLACE.OPEN_POSITION), row.get(PLACE.FAMILY))));
            }
            from = candidates.getLast().get(PLACE.OPEN_POSITION);
        }
        if (!taken.isEmpty()) {
            db.update(PLACE)
                    .set(taken(taking))
                    .where(PLACE.ID.in(
                            taken.stream().map(one -> one.lease().id().value()).toList()))
                    .execute();
        }
        return taken;
    }

    private SelectForUpdateStep<Record> candidates(Taking taking, int lane, long after, int limit) {
        // formatter:off
        return db
            .select(CANDIDATE)
            .from(PLACE)
            .where(
                PLACE.QUEUE_ID.eq(taking.queue().value()),
                PLACE.LANE.eq(lane),
                PLACE.OPEN_POSITION.gt(after),
                uninvolved(taking.rater()),
                KinRows.free(taking.rater(), taking.at()),
                PanelRows.free(taking.panel(), taking.rater()))
            .orderBy(PLACE.QUEUE_ID, PLACE.LANE, PLACE.OPEN_POSITION)
            .limit(limit);
        // formatter:on
    }

    /**
     * The rater has no place of the item and has not declined it. Asked by key for each candidate, so that the cost does
     * not grow with all that the rater has ever answered, as that of a join would.
     */
    private static Condition uninvolved(UserId rater) {
        var mine = PLACE.as("mine");
        return field(select(one()).from(mine).where(mine.ITEM_ID.eq(PLACE.ITEM_ID), mine.RATER_ID.eq(rater.value())))
                .isNull()
                .and(field(select(one())
                                .from(DECLINED)
                                .where(DECLINED.ITEM_ID.eq(PLACE.ITEM_ID), DECLINED.RATER_ID.eq(rater.value())))
                        .isNull());
    }

    /** What taking sets in a place. */
    static Map<Field<?>, Object> taken(Taking taking) {
        var changes = new LinkedHashMap<Field<?>, Object>();
        changes.put(PLACE.STATE, PlaceState.LEASED.name());
        changes.put(PLACE.OPEN_POSITION, val(null, PLACE.OPEN_POSITION));
        changes.put(PLACE.RATER_ID, taking.rater().value());
        changes.put(PLACE.TAKEN_AT, taking.at());
        changes.put(PLACE.EXPIRES_AT, taking.until());
        changes.put(PLACE.POLICY_VERSION_ID, taking.policyVersion().value());
        changes.put(PLACE.LOCALE, taking.locale());
        return changes;
    }

    private static Lease lease(Record candidate, Taking taking) {
        return new Lease(
                new LeaseId(candidate.get(PLACE.ID)),
                new QueueId(candidate.get(PLACE.QUEUE_ID)),
                new ItemId(candidate.get(PLACE.ITEM_ID)),
                PlaceRows.subject(candidate),
                taking.policyVersion(),
                taking.locale(),
                taking.at(),
                taking.until(),
                null);
    }
}
