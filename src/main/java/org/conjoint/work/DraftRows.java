package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.DRAFT;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.SUBMISSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conjoint.shared.UserId;
import org.conjoint.work.SubmissionRows.Kind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

    /**
     * A draft as the purge sees it.
     *
     * @param place the state of its rater's place; {@code null} when the rater has none
     * @param answeredAt when the rater last answered the item; {@code null} when never
     */
    record Kept(
            ItemId item,
            UserId rater,
            int revision,
            Instant savedAt,
            @Nullable PlaceState place,
            @Nullable Instant answeredAt) {

        boolean isSubmitted() {
            return place == PlaceState.ANSWERED && answeredAt != null && !savedAt.isAfter(answeredAt);
        }

        boolean isForgotten(Instant oldest) {
            return savedAt.isBefore(oldest) && (place == null || place == PlaceState.ANSWERED);
        }
    }

    /** The drafts after one in the order of items and raters; from the first without one. */
    List<Kept> after(@Nullable Kept last, int limit) {
        var later = last == null
                ? noCondition()
                : DRAFT.ITEM_ID
                        .ge(last.item().value())
                        .and(DRAFT.ITEM_ID
                                .gt(last.item().value())
                                .or(DRAFT.RATER_ID.gt(last.rater().value())));
        // formatter:off
        var answeredAt = field(
            select(max(SUBMISSION.SUBMITTED_AT))
            .from(SUBMISSION)
            .where(SUBMISSION.ANSWER_ID.eq(PLACE.ANSWER_ID), SUBMISSION.KIND.eq(Kind.ANSWER.name())));
        return db
            .select(DRAFT.ITEM_ID, DRAFT.RATER_ID, DRAFT.REVISION, DRAFT.SAVED_AT, PLACE.STATE, answeredAt)
            .from(DRAFT)
            .leftJoin(PLACE).on(PLACE.ITEM_ID.eq(DRAFT.ITEM_ID), PLACE.RATER_ID.eq(DRAFT.RATER_ID))
            .where(later)
            .orderBy(DRAFT.ITEM_ID, DRAFT.RATER_ID)
            .limit(limit)
            .fetch(row -> new Kept(
                new ItemId(row.value1()), new UserId(row.value2()), row.value3(), row.value4(),
                row.value5() == null ? null : PlaceState.valueOf(row.value5()), row.value6()));
        // formatter:on
    }

    /** Deletes drafts, but not those that were saved again since they were read. */
    void delete(List<Kept> drafts) {
        if (!drafts.isEmpty()) {
            db.deleteFrom(DRAFT)
                    .where(row(DRAFT.ITEM_ID, DRAFT.RATER_ID, DRAFT.REVISION)
                            .in(drafts.stream()
                                    .map(draft -> row(
                                            draft.item().value(), draft.rater().value(), draft.revision()))
                                    .toList()))
                    .execute();
        }
    }
}
