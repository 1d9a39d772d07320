package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.QUEUE;
import static org.conjoint.jooq.work.Tables.WORKER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conjoint.access.Role;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of queues and their items. */
@Repository
class QueueRows {

    private static final int CHUNK = 500;

    private final DSLContext db;

    QueueRows(DSLContext db) {
        this.db = db;
    }

    QueueId insert(QueueData data, Instant at) {
        var trial = data.trial();
        return db.insertInto(QUEUE)
                .set(QUEUE.VERSION, 1)
                .set(QUEUE.NAME, data.name())
                .set(QUEUE.KIND, data.kind().code())
                .set(QUEUE.POLICY_SLUG, data.policySlug())
                .set(QUEUE.JURISDICTION, data.jurisdiction())
                .set(QUEUE.LOCALE, data.locale())
                .set(QUEUE.PROTOCOL, data.protocol().code())
                .set(QUEUE.OVERLAP, data.overlap())
                .set(QUEUE.ROLE, data.role().name())
                .set(QUEUE.LEASE_MINUTES, data.leaseMinutes())
                .set(QUEUE.PRIORITY, data.priority())
                .set(
                        QUEUE.POLICY_VERSION_ID,
                        trial == null ? null : trial.version().value())
                .set(QUEUE.PANEL, data.panel())
                .set(
                        QUEUE.RESERVED_FOR,
                        trial == null || trial.reservedFor() == null
                                ? null
                                : trial.reservedFor().value())
                .set(QUEUE.ITEMS, 0L)
                .set(QUEUE.CREATED_AT, at)
                .returningResult(QUEUE.ID)
                .fetchSingle(row -> new QueueId(row.value1()));
    }

    Optional<Queue> find(QueueId id) {
        return fetch(QUEUE.ID.eq(id.value()), trueCondition()).stream().findFirst();
    }

    Optional<Queue> findByName(String name) {
        return fetch(QUEUE.NAME.eq(name), trueCondition()).stream().findFirst();
    }

    /** The queues that are open to a person; those kept for nobody or for this one. */
    List<Queue> list(UserId person, Set<Role> roles) {
        var names = roles.stream().map(Role::name).toList();
        return fetch(
                QUEUE.ROLE
                        .in(names)
                        .and(QUEUE.CLOSED_AT.isNull())
                        .and(QUEUE.RESERVED_FOR.isNull().or(QUEUE.RESERVED_FOR.eq(person.value()))),
                trueCondition());
    }

    /** The queues whose answers count. */
    List<Queue> list() {
        return fetch(QUEUE.POLICY_VERSION_ID.isNull(), trueCondition());
    }

    List<Queue> list(Collection<QueueId> ids) {
        return fetch(QUEUE.ID.in(ids.stream().map(QueueId::value).toList()), trueCondition());
    }

    /** Closes a queue that tries something out; false when it is none, or is closed already. */
    boolean close(QueueId id, Instant at) {
        return db.update(QUEUE)
                        .set(QUEUE.CLOSED_AT, at)
                        .where(QUEUE.ID.eq(id.value()), QUEUE.POLICY_VERSION_ID.isNotNull(), QUEUE.CLOSED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean isClosed(QueueId id) {
        return db.fetchExists(QUEUE, QUEUE.ID.eq(id.value()), QUEUE.CLOSED_AT.isNotNull());
    }

    /** The queue with the counts of one rater. */
    Optional<Queue> find(QueueId id, UserId rater) {
        return fetch(QUEUE.ID.eq(id.value()), WORKER.RATER_ID.eq(rater.value())).stream()
                .findFirst();
    }

    private List<Queue> fetch(Condition queues, Condition workers) {
        // formatter:off
        return db
            .select(QUEUE.asterisk(),
                    total(WORKER.IN_HAND, workers), total(WORKER.ANSWERED, workers),
                    total(WORKER.SKIPPED, workers), total(WORKER.FLAGGED, workers))
            .from(QUEUE)
            .where(queues)
            .orderBy(QUEUE.PRIORITY.desc(), QUEUE.NAME)
            .fetch(QueueRows::queue);
        // formatter:on
    }

    private static Field<Long> total(TableField<?, Long> count, Condition workers) {
        return coalesce(
                        select(sum(count))
                                .from(WORKER)
                                .where(WORKER.QUEUE_ID.eq(QUEUE.ID), workers)
                                .asField(),
                        0)
                .cast(Long.class)
                .as(count);
    }

    private static QueueData.@Nullable Trial trial(Record row) {
        var version = row.get(QUEUE.POLICY_VERSION_ID);
        var reservedFor = row.get(QUEUE.RESERVED_FOR);
        return version == null
                ? null
                : new QueueData.Trial(
                        new PolicyVersionId(version),
                        row.get(QUEUE.PANEL),
                        reservedFor == null ? null : new UserId(reservedFor));
    }

    private static Queue queue(Record row) {
        var data = new QueueData(
                row.get(QUEUE.NAME),
                TaskKind.of(row.get(QUEUE.KIND)),
                row.get(QUEUE.POLICY_SLUG),
                row.get(QUEUE.JURISDICTION),
                row.get(QUEUE.LOCALE),
                Protocol.of(row.get(QUEUE.PROTOCOL)),
                row.get(QUEUE.OVERLAP),
                Role.valueOf(row.get(QUEUE.ROLE)),
                row.get(QUEUE.LEASE_MINUTES),
                row.get(QUEUE.PRIORITY),
                trial(row));
        long items = row.get(QUEUE.ITEMS);
        var counts = new QueueCounts(
                items,
                items * data.overlap(),
                row.get(WORKER.IN_HAND.getName(), Long.class),
                row.get(WORKER.ANSWERED.getName(), Long.class),
                row.get(WORKER.SKIPPED.getName(), Long.class),
                row.get(WORKER.FLAGGED.getName(), Long.class));
        return new Queue(new QueueId(row.get(QUEUE.ID)), row.get(QUEUE.VERSION), data, counts);
    }

    /**
     * Puts subjects in, in their order, one row for each answer wanted, while nobody else fills this queue.
     *
     * @param families of those posts that are in one
     * @return how many were new
     */
    int add(QueueId queue, int overlap, Collection<Subject> subjects, Map<Long, Long> families, Instant at) {
        db.select(QUEUE.ID)
                .from(QUEUE)
                .where(QUEUE.ID.eq(queue.value()))
                .forUpdate()
                .fetchSingle();
        var distinct = new LinkedHashMap<Key, Subject>();
        subjects.forEach(
                subject -> distinct.merge(Key.of(subject), subject, (a, b) -> a.revision() >= b.revision() ? a : b));
        var all = new ArrayList<>(distinct.values());
        var added = 0;
        for (var from = 0; from < all.size(); from += CHUNK) {
            added += addChunk(queue, overlap, all.subList(from, Math.min(all.size(), from + CHUNK)), families, at);
        }
        if (added > 0) {
            db.update(QUEUE)
                    .set(QUEUE.ITEMS, QUEUE.ITEMS.plus(added))
                    .where(QUEUE.ID.eq(queue.value()))
                    .execute();
        }
        return added;
    }

    private int addChunk(QueueId queue, int overlap, List<Subject> subjects, Map<Long, Long> families, Instant at) {
        var known = new HashSet<Key>();
        for (var kind : SubjectKind.values()) {
            var ids = subjects.stream()
                    .filter(subject -> subject.kind() == kind)
                    .map(Subject::id)
                    .toList();
            db.select(ITEM.SUBJECT_ID)
                    .from(ITEM)
                    .where(ITEM.QUEUE_ID.eq(queue.value()), ITEM.SUBJECT_KIND.eq(kind.code()), ITEM.SUBJECT_ID.in(ids))
                    .forEach(row -> known.add(new Key(kind, row.value1())));
        }
        var fresh = subjects.stream()
                .filter(subject -> !known.contains(Key.of(subject)))
                .toList();
        subjects.stream()
                .filter(subject -> known.contains(Key.of(subject)))
                .forEach(subject -> raiseRevision(queue, subject));
        insert(queue, overlap, fresh, families, at);
        return fresh.size();
    }

    /** Lets the leases to come judge a later revision. */
    private void raiseRevision(QueueId queue, Subject subject) {
        db.update(PLACE)
                .set(PLACE.SUBJECT_REVISION, subject.revision())
                .where(
                        PLACE.ITEM_ID.eq(select(ITEM.ID)
                                .from(ITEM)
                                .where(
                                        ITEM.QUEUE_ID.eq(queue.value()),
                                        ITEM.SUBJECT_KIND.eq(subject.kind().code()),
                                        ITEM.SUBJECT_ID.eq(subject.id()))),
                        PLACE.OPEN_POSITION.isNotNull(),
                        PLACE.SUBJECT_REVISION.lt(subject.revision()))
                .execute();
    }

    private void insert(QueueId queue, int overlap, List<Subject> subjects, Map<Long, Long> families, Instant at) {
        if (subjects.isEmpty()) {
            return;
        }
        var items = db.insertInto(ITEM, ITEM.QUEUE_ID, ITEM.SUBJECT_KIND, ITEM.SUBJECT_ID, ITEM.ADDED_AT);
        for (var subject : subjects) {
            items = items.values(queue.value(), subject.kind().code(), subject.id(), at);
        }
        Map<Key, Long> ids = new HashMap<>();
        items.returningResult(ITEM.ID, ITEM.SUBJECT_KIND, ITEM.SUBJECT_ID)
                .fetch()
                .forEach(row -> ids.put(new Key(SubjectKind.of(row.value2()), row.value3()), row.value1()));
        // formatter:off
        var places = db.insertInto(PLACE,
            PLACE.ID, PLACE.QUEUE_ID, PLACE.ITEM_ID, PLACE.SUBJECT_KIND, PLACE.SUBJECT_ID, PLACE.SUBJECT_REVISION,
            PLACE.NUMBER, PLACE.STATE, PLACE.LANE, PLACE.OPEN_POSITION, PLACE.FAMILY);
        for (var subject : subjects) {
            long item = Objects.requireNonNull(ids.get(Key.of(subject)));
            var family = subject.kind() == SubjectKind.POST ? families.get(subject.id()) : null;
            for (var number = 1; number <= overlap; number++) {
                places = places.values(
                    PlaceRows.placeId(item, number), queue.value(), item,
                    subject.kind().code(), subject.id(), subject.revision(),
                    number, PlaceState.OPEN.name(), number, item, family);
            }
        }
        places.execute();
        // formatter:on
    }

    private record Key(SubjectKind kind, long id) {
        static Key of(Subject subject) {
            return new Key(subject.kind(), subject.id());
        }
    }
}
