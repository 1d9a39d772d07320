package org.conjoint.discovery;

import static org.conjoint.jooq.discovery.Tables.ORIGIN;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The name of this database, by which an index knows whether it was made from it. */
@Component
class Origin {
    private final DSLContext dsl;

    Origin(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The same at every start on one database. */
    @Transactional
    public UUID token() {
        dsl.insertInto(ORIGIN)
                .set(ORIGIN.ID, 1)
                .set(ORIGIN.TOKEN, UUID.randomUUID())
                .onConflictDoNothing()
                .execute();
        return dsl.select(ORIGIN.TOKEN).from(ORIGIN).fetchSingle(ORIGIN.TOKEN);
    }
}
