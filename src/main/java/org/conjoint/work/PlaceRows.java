package org.conjoint.work;

import static org.conjoint.jooq.work.Sequences.RETURNED;
import static org.conjoint.jooq.work.Tables.DECLINED;
import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.QUEUE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of places, the answers wanted: in hand, held or given, and opened again; {@link TakeRows} takes them. */
@Repository
class PlaceRows {

    /** The lane of places that were returned; the others are numbered as the places of an item. */
    static final int RETURNED_LANE = 0;

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

    private static final List<Field<?>> EMPTY_WHEN_OPEN = List.of(
            PLACE.RATER_ID,
            PLACE.TAKEN_AT,
            PLACE.EXPIRES_AT,
            PLACE.HOLD_REASON,
            PLACE.POLICY_VERSION_ID,
            PLACE.LOCALE,
            PLACE.ANSWER_ID);

    static final Condition IN_HAND = PLACE.STATE.in(PlaceState.LEASED.name(), PlaceState.HELD.name());

    private static final List<Field<?>> LEASE_WITH_FAMILY = withFamily();

    private final DSLContext db;
    private final KinRows kin;

    PlaceRows(DSLContext db, KinRows kin) {
        this.db = db;
        this.kin = kin;
    }

    private static List<Field<?>> withFamily() {
        var fields = new ArrayList<>(LEASE);
        fields.add(PLACE.FAMILY);
        return List.copyOf(fields);
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

    /** The rater's lease of an item. */
    Optional<Lease> find(ItemId item, UserId rater) {
        return db.select(LEASE)
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()), PLACE.RATER_ID.eq(rater.value()), IN_HAND)
                .fetchOptional(PlaceRows::lease);
    }

    /** One of the places of an item, and who has it. */
    record Seat(
            QueueId queue,
            PlaceState state,
            @Nullable UserId rater,
            @Nullable Instant expiresAt) {

        /** Whether it is open, or will be with the next sweep. */
        boolean isFree(Instant now) {
            return state == PlaceState.OPEN || (expiresAt != null && expiresAt.isBefore(now));
        }
    }

    /** All places of an item. */
    List<Seat> seats(ItemId item) {
        return db.select(PLACE.QUEUE_ID, PLACE.STATE, PLACE.RATER_ID, PLACE.EXPIRES_AT)
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()))
                .fetch(row -> new Seat(
                        new QueueId(row.value1()),
                        PlaceState.valueOf(row.value2()),
                        row.value3() == null ? null : new UserId(row.value3()),
                        row.value4()));
    }

    /** Gives the lease a new end; with a reason it is held, without one worked on. */
    Optional<Lease> prolong(LeaseId id, UserId rater, Instant until, @Nullable String holdReason) {
        var state = holdReason == null ? PlaceState.LEASED : PlaceState.HELD;
        return db.update(PLACE)
                .set(PLACE.STATE, state.name())
                .set(PLACE.EXPIRES_AT, until)
                .set(PLACE.HOLD_REASON, holdReason)
                .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(rater.value()), IN_HAND)
                .returningResult(LEASE_WITH_FAMILY)
                .fetchOptional(row -> barring(row, rater, Instant.EPOCH, until));
    }

    /** The lease, whose end bars its rater from the rest of its family; a bar that is over at an instant gives way. */
    private Lease barring(Record row, UserId rater, Instant at, Instant until) {
        var family = row.get(PLACE.FAMILY);
        if (family != null) {
            kin.claim(family, rater, row.get(PLACE.SUBJECT_ID), at, until);
        }
        return lease(row);
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
        var changes = emptied();
        changes.put(PLACE.LANE, RETURNED_LANE);
        changes.put(PLACE.OPEN_POSITION, RETURNED.nextval());
        return changes;
    }

    /** What opening sets in a place wherever it then stands in the order. */
    static Map<Field<?>, Object> emptied() {
        var changes = new LinkedHashMap<Field<?>, Object>();
        changes.put(PLACE.STATE, PlaceState.OPEN.name());
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

    boolean declined(ItemId item, UserId rater) {
        return db.fetchExists(DECLINED, DECLINED.ITEM_ID.eq(item.value()), DECLINED.RATER_ID.eq(rater.value()));
    }

    /** Whether a rater has, had or declined an item. */
    boolean involved(ItemId item, UserId rater) {
        return db.fetchExists(PLACE, PLACE.ITEM_ID.eq(item.value()), PLACE.RATER_ID.eq(rater.value()))
                || declined(item, rater);
    }

    /** Puts a lease into another hand, under what is bound to it now. */
    boolean handOver(LeaseId id, UserId from, TakeRows.Taking to) {
        return db.update(PLACE)
                .set(TakeRows.taken(to))
                .setNull(PLACE.HOLD_REASON)
                .where(PLACE.ID.eq(id.value()), PLACE.RATER_ID.eq(from.value()), IN_HAND)
                .returningResult(LEASE_WITH_FAMILY)
                .fetchOptional(row -> barring(row, to.rater(), to.at(), to.until()))
                .isPresent();
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
                .returningResult(LEASE_WITH_FAMILY)
                .fetchOptional(row -> barring(row, rater, Instant.EPOCH, until));
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

    /** Fills a free place of each item with the subject, in queues under the policy that try nothing out, with an answer from elsewhere. */
    List<QueueId> answerFreePlaces(Subject subject, String policySlug, UserId rater, long answerId) {
        // formatter:off
        var items = db
            .select(ITEM.ID)
            .from(ITEM)
            .join(QUEUE).on(QUEUE.ID.eq(ITEM.QUEUE_ID))
            .where(
                ITEM.SUBJECT_KIND.eq(subject.kind().code()),
                ITEM.SUBJECT_ID.eq(subject.id()),
                QUEUE.POLICY_SLUG.eq(policySlug),
                QUEUE.POLICY_VERSION_ID.isNull())
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

    static Subject subject(Record row) {
        return new Subject(
                SubjectKind.of(row.get(PLACE.SUBJECT_KIND)),
                row.get(PLACE.SUBJECT_ID),
                row.get(PLACE.SUBJECT_REVISION));
    }
}
