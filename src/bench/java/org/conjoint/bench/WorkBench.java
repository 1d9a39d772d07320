package org.conjoint.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.conjoint.access.Accounts;
import org.conjoint.bench.Shifts.Done;
import org.conjoint.testing.HeadlessApplication;
import org.conjoint.testing.People;
import org.conjoint.testing.TestDatabase;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Steps (take a lease, submit a verdict, close the lease) per second at the service layer, with 1, 8 and 32 raters on a
 * long queue, beside three plain JDBC statements on tables and indexes of the same shape, in the same run.
 *
 * <p>A step of the service is {@code Leases.next} and {@code Verdicts.submit}: with the checks of the form, the counters, the
 * audit entry and the event publication. A plain step takes one place with {@code SKIP LOCKED} and commits, then inserts
 * a submission and closes the place and commits.
 */
public final class WorkBench {

    private static final List<Integer> RATERS = List.of(1, 8, 32);

    /** Until the compiler of the virtual machine, which shares the cores, has come to rest. */
    private static final int WARM_UP_SECONDS = 90;

    private final ConfigurableApplicationContext context;
    private final DataSource source;
    private final boolean postgres;
    private final int items;
    private final int seconds;

    private WorkBench(ConfigurableApplicationContext context, boolean postgres, int items, int seconds) {
        this.context = context;
        this.source = context.getBean(DataSource.class);
        this.postgres = postgres;
        this.items = items;
        this.seconds = seconds;
    }

    /** Usage: {@code [items] [seconds] [h2|postgresql|both]}; one million items, 10 seconds a figure, both. */
    public static void main(String[] arguments) throws Exception {
        var items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var databases = arguments.length > 2 ? arguments[2] : "both";
        for (var postgres : new boolean[] {false, true}) {
            if (databases.equals("both") || databases.equals(postgres ? "postgresql" : "h2")) {
                measure(postgres, items, seconds);
            }
        }
        System.exit(0);
    }

    private static void measure(boolean postgres, int items, int seconds) throws Exception {
        var options = new ArrayList<>(List.of(
                "--logging.level.root=error",
                "--logging.level.org.conjoint=warn",
                "--spring.datasource.hikari.maximum-pool-size=40"));
        if (postgres) {
            options.addAll(HeadlessApplication.postgresql(TestDatabase.newPostgresDatabase()));
        }
        try (var context = HeadlessApplication.start(TestDatabase.newFolder(), options)) {
            new WorkBench(context, postgres, items, seconds).run();
        }
    }

    private void run() throws Exception {
        var accounts = context.getBean(Accounts.class);
        var queues = context.getBean(Queues.class);
        var ours = accounts.runAsSystem(() -> queues.create(QueueData.verdicts("service", "harassment", "en", 1)));
        var plain = accounts.runAsSystem(() -> queues.create(QueueData.verdicts("plain", "harassment", "en", 1)));
        System.out.printf(
                "%n%s, a queue of %,d items, %d s a figure%n", postgres ? "PostgreSQL" : "H2", items, seconds);
        seedPosts();
        seedQueue(ours, 0);
        seedQueue(plain, items);
        var raters = new Raters(context, ours, People.raters(accounts, RATERS.getLast()));
        System.out.printf(
                "%7s %14s %14s %7s %10s %10s %10s %10s%n",
                "raters", "service/s", "plain/s", "ratio", "p50 ms", "p99 ms", "plain p50", "plain p99");
        service(raters, 8, WARM_UP_SECONDS);
        plain(plain, 8, 5);
        var eight = 0.0;
        for (var count : RATERS) {
            var bare = plain(plain, count, seconds);
            var own = service(raters, count, seconds);
            eight = count == 8 ? own.perSecond() : eight;
            System.out.printf(
                    "%7d %,14.0f %,14.0f %7.2f %10.2f %10.2f %10.2f %10.2f%n",
                    count,
                    own.perSecond(),
                    bare.perSecond(),
                    own.perSecond() / bare.perSecond(),
                    own.millis(0.50),
                    own.millis(0.99),
                    bare.millis(0.50),
                    bare.millis(0.99));
            if (count == 32) {
                System.out.printf("32 raters to 8: %.2f%n", own.perSecond() / eight);
            }
        }
    }

    private Done service(Raters raters, int count, int duration) throws Exception {
        return Shifts.work(count, duration, raters::step);
    }

    private Done plain(QueueId queue, int threads, int duration) throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            return Shifts.work(threads, duration, thread -> {
                var connection = source.getConnection();
                connections.add(connection);
                connection.setAutoCommit(false);
                return new PlainStep(connection, queue, (1L << 40) + thread, postgres);
            });
        } finally {
            for (var connection : connections) {
                connection.rollback();
                connection.close();
            }
        }
    }

    private static final String NOW = "timestamp with time zone '2026-11-20 00:00:00+00'";

    /** Posts by the database itself; one by one they would take longer than the measurement. */
    private void seedPosts() throws SQLException {
        execute("insert into content.post (id, source, external_id, revision, content_hash)"
                + " select n, 'bench', cast(n as varchar), 1, 'bench' from " + numbers());
        execute("insert into content.post_revision (post, revision, recorded_at, recorded_by, content_hash, caption)"
                + " select n, 1, " + NOW + ", 'bench', 'bench', 'A caption' from " + numbers());
    }

    private void seedQueue(QueueId queue, long offset) throws SQLException {
        var id = "n + " + offset;
        execute("insert into work.item (id, queue_id, subject_kind, subject_id, added_at) select " + id + ", "
                + queue.value() + ", 'post', n, " + NOW + " from " + numbers());
        execute(
                "insert into work.place (id, queue_id, item_id, subject_kind, subject_id, subject_revision, number, state,"
                        + " lane, open_position) select (" + id + ") * 32 + 1, " + queue.value() + ", " + id
                        + ", 'post', n, 1, 1, 'OPEN', 1, " + id + " from " + numbers());
        execute("update work.queue set items = " + items + " where id = " + queue.value());
        execute(postgres ? "analyze work.place" : "analyze");
    }

    private String numbers() {
        return postgres
                ? "generate_series(1, %d) as s(n)".formatted(items)
                : "(select x as n from system_range(1, %d)) s".formatted(items);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
