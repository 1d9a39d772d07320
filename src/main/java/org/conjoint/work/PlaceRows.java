package org.conjoint.work;

import static org.conjoint.jooq.work.Sequences.RETURNED;
import static org.conjoint.jooq.work.Tables.DECLINED;
import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.QUEUE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
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
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of places: the answers wanted, open, in hand, held or given. */
@Repository
class PlaceRows {

    /** The lane of places that were returned; the others are numbered as the places of an item. */
    static final int RETURNED_LANE = 0;

    /** How many candidates are read for each item wanted, where taking needs two statements. */
    private static final int CANDIDATES_EACH = 8;

    /** What a lease consists of. */
    static final List<Field<?>> LEASE = List.of(
            PLACE.ID,
            PLACE.QUEUE_ID,
            PLACE.ITEM_ID,
            PLACE.SUBJECT_KIND,
            PLACE.SUBJECT_ID,
            PLACE.SUBJECT_REVISION,
            PLACE.POLICY_VERSION_ID,
            PLACE.LOCALE,
            PLACE.TAKEN_AT,
            PLACE.EXPIRES_AT,
            PLACE.HOLD_REASON);

    /** What a candidate for taking consists of. */
    private static final List<Field<?>> CANDIDATE = List.of(
            PLACE.ID,
            PLACE.QUEUE_ID,
            PLACE.ITEM_ID,
            PLACE.SUBJECT_KIND,
            PLACE.SUBJECT_ID,
            PLACE.SUBJECT_REVISION,
            PLACE.OPEN_POSITION);

    private static final List<Field<?>> EMPTY_WHEN_OPEN = List.of(
            PLACE.RATER_ID,
            PLACE.TAKEN_AT,
            PLACE.EXPIRES_AT,
            PLACE.HOLD_REASON,
            PLACE.POLICY_VERSION_ID,
            PLACE.LOCALE,
            PLACE.ANSWER_ID);

    static final Condition IN_HAND = PLACE.STATE.in(PlaceState.LEASED.name(), PlaceState.HELD.name());

    private final DSLContext db;

    PlaceRows(DSLContext db) {
        this.db = db;
    }

    static long placeId(long item, int number) {
        return item * 32 + number;
    }

    /** The item of a place, whoever has it. */
    static ItemId item(LeaseId id) {
        return new ItemId(id.value() / 32);
    }

    boolean exists(LeaseId id) {
        return db.fetchExists(PLACE, PLACE.ID.eq(id.value()));
    }

    /** Who takes, and what is bound to what they take. */
    record Taking(
            QueueId queue, UserId rater, PolicyVersionId policyVersion, String locale, Instant at, Instant until) {}

    /** A lease with its place in the order of its lane. */
    record Taken(Lease lease, long position) {}

    /**
     * Takes up to {@code count} open places of a lane after a position, in their order, passing over those that someone
     * else is taking at this moment.
     */
    List<Taken> take(Taking taking, int lane, long after, int count) {
        return db.dialect().family() == SQLDialect.POSTGRES
                ? takeAtOnce(taking, lane, after, count)
                : takeInTwo(taking, lane, after, count);
    }

    /** One statement; RETURNING gives the new row, so the position comes from the candidates. */
    private List<Taken> takeAtOnce(Taking taking, int lane, long after, int count) {
        // formatter:off
        var candidate = candidates(taking, lane, after, count).forUpdate().of(PLACE).skipLocked().asTable("candidate");
        var position = candidate.field(PLACE.OPEN_POSITION);
        var fields = new ArrayList<>(LEASE);
        fields.add(position);
        return db.update(PLACE)
            .set(taken(taking))
            .from(candidate)
            .where(PLACE.ID.eq(candidate.field(PLACE.ID)))
            .returningResult(fields)
            .fetch(row -> new Taken(lease(row), row.get(position)))
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
                        .forEach(row -> taken.add(new Taken(lease(row, taking), row.get(PLACE.OPEN_POSITION))));
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
                uninvolved(taking.rater()))
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

    private static Map<Field<?>, Object> taken(Taking taking) {
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

    /** What the rater has in hand in a queue, or in all when {@code queue} is null, in the order taken. */
    List<Lease> inHand(UserId rater, @Nullable QueueId queue) {
        return db.select(LEASE)
                .from(PLACE)
                .where(
                        PLACE.RATER_ID.eq(rater.value()),
                        PLACE.EXPIRES_AT.gt(Instant.EPOCH),
                        queue == null ? noCondition() : PLACE.QUEUE_ID.eq(queue.value()))
                .orderBy(PLACE.TAKEN_AT, PLACE.ID)
                .fetch(PlaceRows::lease);
    }

    Optional<Lease> find(LeaseId id, UserId rater) {
        return db.select(LEASE)
                .from(PLACE)
                .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(rater.value()), IN_HAND)
                .fetchOptional(PlaceRows::lease);
    }

    /** Gives the lease a new end; with a reason it is held, without one worked on. */
    Optional<Lease> prolong(LeaseId id, UserId rater, Instant until, @Nullable String holdReason) {
        var state = holdReason == null ? PlaceState.LEASED : PlaceState.HELD;
        return db.update(PLACE)
                .set(PLACE.STATE, state.name())
                .set(PLACE.EXPIRES_AT, until)
                .set(PLACE.HOLD_REASON, holdReason)
                .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(rater.value()), IN_HAND)
                .returningResult(LEASE)
                .fetchOptional(PlaceRows::lease);
    }

    /** Opens the place again, after all that were returned before. */
    Optional<Lease> giveBack(LeaseId id, UserId rater) {
        var lease = find(id, rater);
        return lease.filter(found -> db.update(PLACE)
                        .set(opened())
                        .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(rater.value()), IN_HAND)
                        .execute()
                == 1);
    }

    private static Map<Field<?>, Object> opened() {
        var changes = new LinkedHashMap<Field<?>, Object>();
        changes.put(PLACE.STATE, PlaceState.OPEN.name());
        changes.put(PLACE.LANE, RETURNED_LANE);
        changes.put(PLACE.OPEN_POSITION, RETURNED.nextval());
        for (var emptied : EMPTY_WHEN_OPEN) {
            changes.put(emptied, val(null, emptied));
        }
        return changes;
    }

    /** Opens places whose time ran out; those that someone is changing at this moment wait for the next time. */
    List<Expired> openExpired(Instant now, int limit) {
        var expired = db.select(PLACE.ID, PLACE.QUEUE_ID, PLACE.RATER_ID)
                .from(PLACE)
                .where(PLACE.EXPIRES_AT.lt(now))
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row ->
                        new Expired(new LeaseId(row.value1()), new QueueId(row.value2()), new UserId(row.value3())));
        if (!expired.isEmpty()) {
            db.update(PLACE)
                    .set(opened())
                    .where(PLACE.ID.in(
                            expired.stream().map(one -> one.lease().value()).toList()))
                    .execute();
        }
        return expired;
    }

    record Expired(LeaseId lease, QueueId queue, UserId rater) {}

    void decline(ItemId item, UserId rater, String kind, DeclineReason reason, @Nullable String note, Instant at) {
        db.insertInto(DECLINED)
                .set(DECLINED.ITEM_ID, item.value())
                .set(DECLINED.RATER_ID, rater.value())
                .set(DECLINED.KIND, kind)
                .set(DECLINED.REASON, reason.code())
                .set(DECLINED.NOTE, note)
                .set(DECLINED.DECLINED_AT, at)
                .execute();
    }

    /** Whether a rater has, had or declined an item. */
    boolean involved(ItemId item, UserId rater) {
        return db.fetchExists(PLACE, PLACE.ITEM_ID.eq(item.value()), PLACE.RATER_ID.eq(rater.value()))
                || db.fetchExists(DECLINED, DECLINED.ITEM_ID.eq(item.value()), DECLINED.RATER_ID.eq(rater.value()));
    }

    /** Puts a lease into another hand, under what is bound to it now. */
    boolean handOver(LeaseId id, UserId from, Taking to) {
        return db.update(PLACE)
                        .set(taken(to))
                        .setNull(PLACE.HOLD_REASON)
                        .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(from.value()), IN_HAND)
                        .execute()
                == 1;
    }

    /** Puts an answered item into its rater's hand again. */
    Optional<Lease> reopen(ItemId item, UserId rater, Instant until) {
        return db.update(PLACE)
                .set(PLACE.STATE, PlaceState.LEASED.name())
                .set(PLACE.EXPIRES_AT, until)
                .setNull(PLACE.HOLD_REASON)
                .where(
                        PLACE.ITEM_ID.eq(item.value()),
                        PLACE.RATER_ID.eq(rater.value()),
                        PLACE.STATE.eq(PlaceState.ANSWERED.name()))
                .returningResult(LEASE)
                .fetchOptional(PlaceRows::lease);
    }

    /** Why a rater does not have a lease. */
    LossCause lossCause(LeaseId id, UserId rater) {
        return db.select(PLACE.STATE, PLACE.RATER_ID)
                .from(PLACE)
                .where(PLACE.ID.eq(id.value()))
                .fetchOptional(row -> {
                    var own = row.value2() != null && row.value2() == rater.value();
                    return switch (PlaceState.valueOf(row.value1())) {
                        case OPEN -> LossCause.EXPIRED;
                        case LEASED, HELD -> own ? LossCause.UNKNOWN : LossCause.TAKEN;
                        case ANSWERED -> own ? LossCause.ANSWERED : LossCause.TAKEN;
                    };
                })
                .orElse(LossCause.UNKNOWN);
    }

    /** Fills a free place of each item with the subject, in queues under the policy, with an answer from elsewhere. */
    List<QueueId> answerFreePlaces(Subject subject, String policySlug, UserId rater, long answerId) {
        // formatter:off
        var items = db
            .select(ITEM.ID)
            .from(ITEM)
            .join(QUEUE).on(QUEUE.ID.eq(ITEM.QUEUE_ID))
            .where(
                ITEM.SUBJECT_KIND.eq(subject.kind().code()),
                ITEM.SUBJECT_ID.eq(subject.id()),
                QUEUE.POLICY_SLUG.eq(policySlug))
            .fetch(row -> new ItemId(row.value1()));
        // formatter:on
        var filled = new ArrayList<QueueId>();
        for (var item : items) {
            freePlace(item, rater).ifPresent(place -> {
                db.update(PLACE)
                        .set(PLACE.STATE, PlaceState.ANSWERED.name())
                        .setNull(PLACE.OPEN_POSITION)
                        .set(PLACE.RATER_ID, rater.value())
                        .set(PLACE.ANSWER_ID, answerId)
                        .where(PLACE.ID.eq(place.value1()))
                        .execute();
                filled.add(new QueueId(place.value2()));
            });
        }
        return filled;
    }

    private Optional<Record2<Long, Long>> freePlace(ItemId item, UserId rater) {
        if (involved(item, rater)) {
            return Optional.empty();
        }
        return db.select(PLACE.ID, PLACE.QUEUE_ID)
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()), PLACE.OPEN_POSITION.isNotNull())
                .limit(1)
                .forUpdate()
                .fetchOptional();
    }

    static Lease lease(Record row) {
        return new Lease(
                new LeaseId(row.get(PLACE.ID)),
                new QueueId(row.get(PLACE.QUEUE_ID)),
                new ItemId(row.get(PLACE.ITEM_ID)),
                subject(row),
                new PolicyVersionId(row.get(PLACE.POLICY_VERSION_ID)),
                row.get(PLACE.LOCALE),
                row.get(PLACE.TAKEN_AT),
                row.get(PLACE.EXPIRES_AT),
                row.get(PLACE.HOLD_REASON));
    }

    private static Lease lease(Record candidate, Taking taking) {
        return new Lease(
                new LeaseId(candidate.get(PLACE.ID)),
                new QueueId(candidate.get(PLACE.QUEUE_ID)),
                new ItemId(candidate.get(PLACE.ITEM_ID)),
                subject(candidate),
                taking.policyVersion(),
                taking.locale(),
                taking.at(),
                taking.until(),
                null);
    }

    private static Subject subject(Record row) {
        return new Subject(
                SubjectKind.of(row.get(PLACE.SUBJECT_KIND)),
                row.get(PLACE.SUBJECT_ID),
                row.get(PLACE.SUBJECT_REVISION));
    }
}
