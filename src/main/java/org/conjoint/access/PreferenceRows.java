package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.ACCOUNT;
import static org.conjoint.jooq.access.Tables.PREFERENCE;

import java.util.Map;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** All SQL of preferences. */
@Repository
class PreferenceRows {

    private final DSLContext db;

    PreferenceRows(DSLContext db) {
        this.db = db;
    }

    Map<String, String> find(UserId account, String topic) {
        return db.select(PREFERENCE.NAME, PREFERENCE.CHOICE)
                .from(PREFERENCE)
                .where(PREFERENCE.ACCOUNT_ID.eq(account.value()), PREFERENCE.TOPIC.eq(topic))
                .fetchMap(PREFERENCE.NAME, PREFERENCE.CHOICE);
    }

    /** Lets the windows of one account write after one another. */
    void lock(UserId account) {
        db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .forUpdate()
                .fetchSingle();
    }

    void put(UserId account, String topic, String name, String choice) {
        var updated = db.update(PREFERENCE)
                .set(PREFERENCE.CHOICE, choice)
                .where(row(account, topic, name))
                .execute();
        if (updated == 0) {
            db.insertInto(PREFERENCE)
                    .set(PREFERENCE.ACCOUNT_ID, account.value())
                    .set(PREFERENCE.TOPIC, topic)
                    .set(PREFERENCE.NAME, name)
                    .set(PREFERENCE.CHOICE, choice)
                    .execute();
        }
    }

    void delete(UserId account, String topic, String name) {
        db.deleteFrom(PREFERENCE).where(row(account, topic, name)).execute();
    }

    private static Condition row(UserId account, String topic, String name) {
        return PREFERENCE
                .ACCOUNT_ID
                .eq(account.value())
                .and(PREFERENCE.TOPIC.eq(topic))
                .and(PREFERENCE.NAME.eq(name));
    }
}
