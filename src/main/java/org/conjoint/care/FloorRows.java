package org.conjoint.care;

import static org.conjoint.jooq.care.Tables.SHIELD_FLOOR;

import java.util.Map;
import java.util.Optional;
import org.conjoint.ui.Shield;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All SQL of the floor. */
@Repository
class FloorRows {

    private final DSLContext db;

    FloorRows(DSLContext db) {
        this.db = db;
    }

    /** Codes of severities by codes of shields. */
    Map<String, String> all() {
        return db.select(SHIELD_FLOOR.SHIELD, SHIELD_FLOOR.FROM_SEVERITY)
                .from(SHIELD_FLOOR)
                .fetchMap(SHIELD_FLOOR.SHIELD, SHIELD_FLOOR.FROM_SEVERITY);
    }

    /** The floor of a shield, which nobody else changes until the transaction ends. */
    ShieldFrom lock(Shield shield) {
        insert(shield);
        var code = db.select(SHIELD_FLOOR.FROM_SEVERITY)
                .from(SHIELD_FLOOR)
                .where(SHIELD_FLOOR.SHIELD.eq(shield.code()))
                .forUpdate()
                .fetchSingle(SHIELD_FLOOR.FROM_SEVERITY);
        return Optional.ofNullable(code).flatMap(ShieldFrom::find).orElse(ShieldFrom.NEVER);
    }

    void put(Shield shield, ShieldFrom from) {
        db.update(SHIELD_FLOOR)
                .set(SHIELD_FLOOR.FROM_SEVERITY, from.code())
                .where(SHIELD_FLOOR.SHIELD.eq(shield.code()))
                .execute();
    }

    private void insert(Shield shield) {
        try {
            db.insertInto(SHIELD_FLOOR)
                    .set(SHIELD_FLOOR.SHIELD, shield.code())
                    .set(SHIELD_FLOOR.FROM_SEVERITY, ShieldFrom.NEVER.code())
                    .onConflict(SHIELD_FLOOR.SHIELD)
                    .doNothing()
                    .execute();
        } catch (DuplicateKeyException madeMeanwhile) {
            // H2 merges instead, and two merges at once may both try to insert: the row is there.
            return;
        }
    }
}
