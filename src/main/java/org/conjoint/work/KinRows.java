package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.KIN;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/**
 * All SQL of kin: a rater who has one member of a family in hand, or had lately, gets no other. One row for each rater and
 * family, so that two takes at the same instant meet in it; only places with a family ever touch it.
 */
@Repository
class KinRows {

    private final DSLContext db;
    private final Duration after;

    KinRows(DSLContext db, WorkSettings settings) {
        this.db = db;
        this.after = Duration.ofHours(settings.twinHours());
    }

    /**
     * The place has no family, or the rater is free of it; asked by key for each candidate with a family.
     *
     * @param at the instant of taking
     */
    static Condition free(UserId rater, Instant at) {
        return PLACE.FAMILY
                .isNull()
                .or(field(select(one())
                                .from(KIN)
                                .where(
                                        KIN.FAMILY.eq(PLACE.FAMILY),
                                        KIN.RATER_ID.eq(rater.value()),
                                        KIN.SUBJECT_ID.ne(PLACE.SUBJECT_ID),
                                        KIN.BARRED_UNTIL.gt(at)))
                        .isNull());
    }

    /** Whether another member of the item's family bars the rater from it. */
    boolean bars(ItemId item, UserId rater, Instant at) {
        return db.fetchExists(select(one())
                .from(PLACE)
                .where(PLACE.ITEM_ID.eq(item.value()), free(rater, at).not()));
    }

    /**
     * Bars the rater from the other members of a family until some time after the end of a lease.
     *
     * @return false, changing nothing, when another member bars the rater from this one
     */
    boolean claim(long family, UserId rater, long subject, Instant at, Instant leaseEnd) {
        try {
            // formatter:off
            return db.insertInto(KIN, KIN.FAMILY, KIN.RATER_ID, KIN.SUBJECT_ID, KIN.BARRED_UNTIL)
                .values(family, rater.value(), subject, leaseEnd.plus(after))
                .onConflict(KIN.FAMILY, KIN.RATER_ID)
                .doUpdate()
                .set(KIN.SUBJECT_ID, excluded(KIN.SUBJECT_ID))
                .set(KIN.BARRED_UNTIL, greatest(KIN.BARRED_UNTIL, excluded(KIN.BARRED_UNTIL)))
                .where(KIN.SUBJECT_ID.eq(subject).or(KIN.BARRED_UNTIL.le(at)))
                .execute() == 1;
            // formatter:on
        } catch (DuplicateKeyException _) {
            // H2 merges by looking first: another window of this rater was faster, and has a member in hand.
            return false;
        }
    }

    /** Gives all places of these subjects the family, and bars those who have or had one, from now on. */
    void join(long family, Collection<Long> subjects, Instant at) {
        var joining = db.select(PLACE.ID, PLACE.RATER_ID, PLACE.SUBJECT_ID, PLACE.EXPIRES_AT)
                .from(PLACE)
                .where(
                        PLACE.ITEM_ID.in(select(ITEM.ID)
                                .from(ITEM)
                                .where(ITEM.SUBJECT_KIND.eq(SubjectKind.POST.code()), ITEM.SUBJECT_ID.in(subjects))),
                        PLACE.FAMILY.isNull())
                .forUpdate()
                .fetch();
        if (joining.isEmpty()) {
            return;
        }
        db.update(PLACE)
                .set(PLACE.FAMILY, family)
                .where(PLACE.ID.in(joining.getValues(PLACE.ID)))
                .execute();
        for (var place : joining) {
            if (place.value2() != null) {
                var end = place.value4() == null ? at : place.value4();
                claim(family, new UserId(place.value2()), place.value3(), at, end);
            }
        }
    }
}
