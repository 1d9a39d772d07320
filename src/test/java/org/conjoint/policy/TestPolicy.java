package org.conjoint.policy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.conjoint.policy.files.Folders;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy of its own for a test, in force from its first version on; the second is put in force when asked. */
public final class TestPolicy {
    private final PolicyIntake intake;
    private final JdbcClient jdbc;
    private final String prefix;
    private final PolicyVersionId first;

    public TestPolicy(ApplicationContext context) {
        intake = context.getBean(PolicyIntake.class);
        jdbc = context.getBean(JdbcClient.class);
        var random = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "abc";
        prefix = "T" + random.substring(0, 3).toUpperCase(Locale.ROOT);
        first = taken(intake.take(slug(), Folders.renamed(slug(), prefix)));
    }

    public String slug() {
        return "test-" + prefix.toLowerCase(Locale.ROOT);
    }

    /** The full id of a clause, as of 2.1. */
    public String clause(String number) {
        return prefix + "-" + number;
    }

    public PolicyVersionId first() {
        return first;
    }

    /** Puts the second version in force from now on; its clause 2.2 reads otherwise. */
    public PolicyVersionId turn() {
        var second = taken(intake.take(slug(), Folders.later(slug(), prefix)));
        jdbc.sql("""
                        insert into policy.in_force (series_id, jurisdiction, starts_at, version_id)
                        select series_id, jurisdiction, :from, id from policy.version where id = :id""")
                .param("from", Instant.now().atOffset(ZoneOffset.UTC))
                .param("id", second.value())
                .update();
        return second;
    }

    private static PolicyVersionId taken(Intake outcome) {
        if (outcome instanceof Intake.Taken(var id, var _)) {
            return id;
        }
        throw new AssertionError(outcome);
    }
}
