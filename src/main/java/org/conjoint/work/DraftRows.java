package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.DRAFT;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** All SQL of drafts. */
@Repository
class DraftRows {

    private final DSLContext db;

    DraftRows(DSLContext db) {
        this.db = db;
    }

    Optional<Draft> find(ItemId item, UserId rater) {
        return db.select(DRAFT.REVISION, DRAFT.BODY, DRAFT.SAVED_AT)
                .from(DRAFT)
                .where(DRAFT.ITEM_ID.eq(item.value()), DRAFT.RATER_ID.eq(rater.value()))
                .fetchOptional(row -> new Draft(row.value1(), row.value2(), row.value3()));
    }

    Map<ItemId, Draft> find(Collection<ItemId> items, UserId rater) {
        return db
                .select(DRAFT.ITEM_ID, DRAFT.REVISION, DRAFT.BODY, DRAFT.SAVED_AT)
                .from(DRAFT)
                .where(DRAFT.ITEM_ID.in(items.stream().map(ItemId::value).toList()), DRAFT.RATER_ID.eq(rater.value()))
                .stream()
                .collect(Collectors.toMap(
                        row -> new ItemId(row.value1()), row -> new Draft(row.value2(), row.value3(), row.value4())));
    }

    /** Whether there was none yet. */
    boolean insert(ItemId item, UserId rater, Draft draft) {
        return db.insertInto(DRAFT)
                        .set(DRAFT.ITEM_ID, item.value())
                        .set(DRAFT.RATER_ID, rater.value())
                        .set(DRAFT.REVISION, draft.revision())
                        .set(DRAFT.BODY, draft.body())
                        .set(DRAFT.SAVED_AT, draft.savedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether the draft was still the one before. */
    boolean update(ItemId item, UserId rater, Draft draft) {
        return db.update(DRAFT)
                        .set(DRAFT.REVISION, draft.revision())
                        .set(DRAFT.BODY, draft.body())
                        .set(DRAFT.SAVED_AT, draft.savedAt())
                        .where(
                                DRAFT.ITEM_ID.eq(item.value()),
                                DRAFT.RATER_ID.eq(rater.value()),
                                DRAFT.REVISION.eq(draft.revision() - 1))
                        .execute()
                == 1;
    }
}
