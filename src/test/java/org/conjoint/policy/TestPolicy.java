package org.conjoint.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.conjoint.policy.files.Folders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A policy of its own for a test, in force from its first version on; the second is put in force when asked. */
public final class TestPolicy {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final PolicyIntake intake;
    private final TurnRows turns;
    private final TransactionTemplate transaction;
    private final String prefix;
    private final PolicyVersionId first;
    private final AtomicReference<@Nullable PolicyVersionId> later = new AtomicReference<>();

    public TestPolicy(ApplicationContext context) {
        intake = context.getBean(PolicyIntake.class);
        turns = context.getBean(TurnRows.class);
        transaction = context.getBean(TransactionTemplate.class);
        prefix = "T" + letters(MADE.getAndIncrement());
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

    /** The second version, a draft; its clause 2.2 reads otherwise. */
    public PolicyVersionId later() {
        return later.updateAndGet(known -> known == null ? taken(Folders.later(slug(), prefix)) : known);
    }

    /** The files of {@link #later} under another number. */
    public Map<String, byte[]> laterFiles(String number) {
        var files = Folders.later(slug(), prefix);
        files.replaceAll((name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: 1.1.0", "version: " + number)
                .replace("- version: 1.1.0", "- version: " + number)
                .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Those files with an overlay for Austria, in which the clause 3.1 reads otherwise. */
    public Map<String, byte[]> overlaidFiles(String number) {
        var files = Folders.overlaid(laterFiles(number), slug(), prefix);
        files.replaceAll((name, bytes) -> name.startsWith("overlay.")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replace("\nversion: 1.0.0", "\nversion: " + number)
                        .getBytes(StandardCharsets.UTF_8)
                : bytes);
        return files;
    }

    /** Takes files as a further version. */
    public PolicyVersionId taken(Map<String, byte[]> files) {
        return taken(intake.take(slug(), files));
    }

    /** Puts the second version in force from now on; its clause 2.2 reads otherwise. */
    public PolicyVersionId turn() {
        return turn(later());
    }

    /** Puts a version in force from now on. */
    public PolicyVersionId turn(PolicyVersionId version) {
        transaction.executeWithoutResult(status -> {
            var line = turns.line(version);
            var standing = turns.lock(line);
            turns.write(line, standing, standing.then(version, Instant.now().truncatedTo(ChronoUnit.MICROS)));
        });
        return version;
    }

    private static PolicyVersionId taken(Intake outcome) {
        if (outcome instanceof Intake.Taken(var id, var _)) {
            return id;
        }
        throw new AssertionError(outcome);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (var left = number; letters.length() < 4; left /= 26) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
