package org.conjoint.calibration;

import static org.conjoint.jooq.calibration.Tables.ITEM;

import java.util.List;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of posts with a known answer. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ItemRows {

    private final DSLContext db;

    ItemRows(DSLContext db) {
        this.db = db;
    }

    /** A post with what the panel should find. */
    record Known(PostId post, JointGrade expected) {}

    List<Known> known(CalibrationSet set) {
        return db.select(ITEM.POST_ID, ITEM.EXPECTED)
                .from(ITEM)
                .where(
                        ITEM.POLICY_SLUG.eq(set.slug()),
                        ITEM.MAJOR.eq(set.major()),
                        ITEM.LOCALE.eq(set.locale()),
                        ITEM.REMOVED_AT.isNull())
                .orderBy(ITEM.ID)
                .fetch(row -> new Known(new PostId(row.value1()), JointGrade.of(row.value2())));
    }
}
