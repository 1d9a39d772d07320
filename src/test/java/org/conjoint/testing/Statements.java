package org.conjoint.testing;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;

/** The statements that some work on this thread sends to the database. */
public final class Statements {
    private Statements() {}

    public static List<String> of(DSLContext db, Runnable work) {
        var configuration = (DefaultConfiguration) db.configuration();
        var before = configuration.executeListenerProviders();
        var thread = Thread.currentThread();
        var sent = new ArrayList<String>();
        configuration.setExecuteListener(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == thread) {
                    sent.add(String.valueOf(context.sql()));
                }
            }
        });
        try {
            work.run();
        } finally {
            configuration.setExecuteListenerProvider(before);
        }
        return sent;
    }
}
