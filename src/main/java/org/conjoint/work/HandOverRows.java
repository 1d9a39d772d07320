package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.DECLINED;
import static org.conjoint.jooq.work.Tables.HANDED_OVER;
import static org.conjoint.jooq.work.Tables.PLACE;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The SQL of items given from hand to hand. */
@Repository
class HandOverRows {

    private final DSLContext db;

    HandOverRows(DSLContext db) {
        this.db = db;
    }

    void insert(ItemId item, UserId from, UserId to, String reason, Instant at) {
        db.insertInto(HANDED_OVER)
                .set(HANDED_OVER.ITEM_ID, item.value())
                .set(HANDED_OVER.TO_ID, to.value())
                .set(HANDED_OVER.FROM_ID, from.value())
                .set(HANDED_OVER.REASON, reason)
                .set(HANDED_OVER.HANDED_AT, at)
                .onConflict(HANDED_OVER.ITEM_ID, HANDED_OVER.TO_ID)
                .doUpdate()
                .set(HANDED_OVER.FROM_ID, from.value())
                .set(HANDED_OVER.REASON, reason)
                .set(HANDED_OVER.HANDED_AT, at)
                .execute();
    }

    /** One way of an item. */
    record Way(UserId from, String reason, Instant at) {}

    Optional<Way> to(ItemId item, UserId to) {
        return db.select(HANDED_OVER.FROM_ID, HANDED_OVER.REASON, HANDED_OVER.HANDED_AT)
                .from(HANDED_OVER)
                .where(HANDED_OVER.ITEM_ID.eq(item.value()), HANDED_OVER.TO_ID.eq(to.value()))
                .fetchOptional(row -> new Way(new UserId(row.value1()), row.value2(), row.value3()));
    }

    /** Everybody who has, had or declined an item. */
    Set<UserId> involved(ItemId item) {
        var all = new HashSet<UserId>();
        db.select(PLACE.RATER_ID)
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()), PLACE.RATER_ID.isNotNull())
                .forEach(row -> all.add(new UserId(row.value1())));
        db.select(DECLINED.RATER_ID)
                .from(DECLINED)
                .where(DECLINED.ITEM_ID.eq(item.value()))
                .forEach(row -> all.add(new UserId(row.value1())));
        return all;
    }
}
