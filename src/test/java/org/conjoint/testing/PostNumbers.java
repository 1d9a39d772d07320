package org.conjoint.testing;

import org.jooq.DSLContext;

/** Keeps the numbers of posts that a test relates to each other apart from those that other tests make up. */
public final class PostNumbers {
    private static final long FAR = 5_000_000;

    private PostNumbers() {}

    /** From here on new posts have numbers that no test makes up. */
    public static void farOff(DSLContext db) {
        var highest = db.fetchValue("select coalesce(max(id), 0) from content.post");
        if (((Number) highest).longValue() < FAR) {
            db.execute("alter table content.post alter column id restart with " + FAR);
        }
    }
}
