package org.conjoint.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.conjoint.access.Accounts;
import org.conjoint.moderation.staleness.BlastRadius;
import org.conjoint.moderation.staleness.Effects;
import org.conjoint.moderation.staleness.Rereading;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.testing.HeadlessApplication;
import org.conjoint.testing.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Policies with long histories: how long the library, the versions of a policy, a comparison and the blast radius of a
 * version take, beside one plain count that reads every verdict, in the same run; and how the blast radius grows with the
 * verdicts that a version reaches.
 */
public final class PoliciesBench {

    private static final int TIMES = 7;

    private final Accounts accounts;
    private final Policies policies;
    private final Effects effects;
    private final Rereading rereading;
    private final DataSource source;
    private final PolicyTables tables;
    private final int versions;

    private PoliciesBench(ConfigurableApplicationContext context, PolicyTables tables, int versions) {
        this.accounts = context.getBean(Accounts.class);
        this.policies = context.getBean(Policies.class);
        this.effects = context.getBean(Effects.class);
        this.rereading = context.getBean(Rereading.class);
        this.source = context.getBean(DataSource.class);
        this.tables = tables;
        this.versions = versions;
    }

    /** Usage: {@code [verdicts] [policies] [versions] [clauses] [h2|postgresql|both]}; 1,000,000, 200, 30, 40, H2. */
    public static void main(String[] arguments) throws Exception {
        var sizes = new int[] {1_000_000, 200, 30, 40};
        for (var i = 0; i < Math.min(sizes.length, arguments.length); i++) {
            sizes[i] = Integer.parseInt(arguments[i]);
        }
        var databases = arguments.length > sizes.length ? arguments[sizes.length] : "h2";
        for (var database : databases.equals("both") ? List.of("h2", "postgresql") : List.of(databases)) {
            var options = new ArrayList<>(List.of("--logging.level.root=error", "--logging.level.org.conjoint=warn"));
            var postgres = database.equals("postgresql");
            if (postgres) {
                options.addAll(HeadlessApplication.postgresql(TestDatabase.newPostgresDatabase()));
            }
            System.out.printf(
                    "%n%s: %,d policies × %d versions × %d clauses × 3 locales, %,d verdicts%n",
                    database, sizes[1], sizes[2], sizes[3], sizes[0]);
            try (var context = HeadlessApplication.start(TestDatabase.newFolder(), options)) {
                var tables = new PolicyTables(context.getBean(DataSource.class), sizes[1], sizes[2], sizes[3]);
                new PoliciesBench(context, tables, sizes[2]).run(sizes[0]);
            }
        }
        System.exit(0);
    }

    private void run(int verdicts) throws SQLException {
        var begin = System.nanoTime();
        tables.policies();
        System.out.printf("policies written in %.0f s%n", seconds(begin));
        begin = System.nanoTime();
        tables.verdicts(verdicts);
        System.out.printf("verdicts written in %.0f s%n", seconds(begin));
        var candidates = List.of(
                tables.candidate(1, versions + 1, 1, "loosen"),
                tables.candidate(1, versions + 2, 2, "loosen"),
                tables.candidate(1, versions + 3, 3, "loosen"),
                tables.candidate(1, versions + 4, 4, "loosen"),
                tables.candidate(1, versions + 5, 5, "loosen"),
                tables.candidate(1, versions + 6, 5, "tighten"));
        var smaller = List.of(
                tables.candidate(4, versions + 1, 5, "tighten"),
                tables.candidate(3, versions + 1, 5, "tighten"),
                tables.candidate(2, versions + 1, 5, "tighten"));
        tables.stir(2);
        execute("analyze");
        var plain = reference();
        System.out.printf("%nplain count that reads every verdict: %,.0f ms%n%n", plain);
        System.out.printf("%-52s %10s %10s%n", "", "first ms", "then ms");
        row("library: all policies", () -> policies.list("en"));
        row("the versions of one policy", () -> policies.versions(PolicyTables.slug(1), "en"));
        row("two versions, to compare", () -> {
            policies.version(new PolicyVersionId(tables.version(5, 3)), "en");
            return policies.version(new PolicyVersionId(tables.version(5, 4)), "en");
        });
        System.out.printf(
                "%n%-40s %10s %10s %10s %10s %8s%n",
                "blast radius", "verdicts", "reached", "first ms", "then ms", "of plain");
        var names = List.of(
                "loosens a clause hardly cited",
                "loosens a clause cited by 1 in 1,000",
                "loosens a clause cited by 1 in 100",
                "loosens a clause cited by 1 in 10",
                "loosens a clause cited by half",
                "tightens a clause");
        for (var i = 0; i < candidates.size(); i++) {
            radius(names.get(i), candidates.get(i), plain);
        }
        radius("tightens, in a small policy", smaller.get(0), plain);
        radius("tightens, in a larger one", smaller.get(1), plain);
        radius("tightens, after thirty loud versions", smaller.get(2), plain);
        System.out.println();
        row("first piece of 200 posts to read again, loosened", () -> piece(candidates.get(4)));
        row("first piece of 200 posts to read again, tightened", () -> piece(candidates.get(5)));
    }

    private Object piece(long target) {
        var pieces = rereading.open(new PolicyVersionId(target), 0, 200);
        var piece = pieces.apply(null);
        while (piece.posts().isEmpty() && piece.next() != null) {
            piece = pieces.apply(piece.next());
        }
        return piece;
    }

    private void radius(String name, long target, double plain) {
        var found = new BlastRadius[1];
        var took = times(() -> found[0] = effects.blastRadius(new PolicyVersionId(target)));
        System.out.printf(
                "%-40s %,10d %,10d %,10.0f %,10.0f %8.2f%n",
                name, found[0].verdicts(), found[0].stale(), took[0], took[1], took[1] / plain);
    }

    private void row(String name, Supplier<Object> work) {
        var took = times(work);
        System.out.printf("%-52s %,10.0f %,10.0f%n", name, took[0], took[1]);
    }

    /** Milliseconds of the first time, and of the middle one of those that follow. */
    private double[] times(Supplier<?> work) {
        return accounts.runAsSystem(() -> {
            var first = millis(work);
            var rest = new double[TIMES];
            for (var i = 0; i < TIMES; i++) {
                rest[i] = millis(work);
            }
            Arrays.sort(rest);
            return new double[] {first, rest[TIMES / 2]};
        });
    }

    private static double millis(Supplier<?> work) {
        var begin = System.nanoTime();
        if (work.get() == null) {
            throw new IllegalStateException("Nothing came of it");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Grouped counts over the whole table, by columns of which one is in no index. */
    private double reference() {
        return times(() -> {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select policy_version_id, grade_joint, composition, count(*) from moderation.verdict"
                                    + " where superseded_at is null and active_millis > 0"
                                    + " group by policy_version_id, grade_joint, composition")) {
                var count = 0L;
                while (rows.next()) {
                    count += rows.getLong(4);
                }
                return count;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        })[1];
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
