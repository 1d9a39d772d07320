package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.QUEUE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;

import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of panels: who has a subject in one queue of a panel gets it in no other, so that nobody reads it twice. */
@Repository
class PanelRows {

    private final DSLContext db;
    private final WorkerRows workers;

    PanelRows(DSLContext db, WorkerRows workers) {
        this.db = db;
        this.workers = workers;
    }

    /** The rater has the subject of the place in no other queue of the panel. */
    static Condition free(@Nullable Long panel, UserId rater) {
        if (panel == null) {
            return noCondition();
        }
        var other = PLACE.as("other");
        // formatter:off
        return exists(
            select(one())
            .from(ITEM)
            .join(QUEUE).on(QUEUE.ID.eq(ITEM.QUEUE_ID))
            .join(other).on(other.ITEM_ID.eq(ITEM.ID))
            .where(
                ITEM.SUBJECT_ID.eq(PLACE.SUBJECT_ID),
                ITEM.SUBJECT_KIND.eq(PLACE.SUBJECT_KIND),
                QUEUE.PANEL.eq(panel),
                QUEUE.ID.ne(PLACE.QUEUE_ID),
                other.RATER_ID.eq(rater.value())))
            .not();
        // formatter:on
    }

    /** Whether a rater has the subject of an item in another queue of its panel. */
    boolean bars(@Nullable Long panel, ItemId item, UserId rater) {
        return panel != null
                && db.fetchExists(select(one())
                        .from(PLACE)
                        .where(
                                PLACE.ITEM_ID.eq(item.value()),
                                free(panel, rater).not()));
    }

    /** Lets a rater take in one queue of a panel at a time, until the end of the transaction. */
    void serialise(@Nullable Long panel, UserId rater) {
        if (panel != null) {
            db.select(QUEUE.ID, QUEUE.OVERLAP)
                    .from(QUEUE)
                    .where(QUEUE.PANEL.eq(panel))
                    .orderBy(QUEUE.ID)
                    .forEach(row -> workers.lock(new QueueId(row.value1()), rater, row.value2() + 1));
        }
    }
}
