package org.conjoint.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.conjoint.ConjointApplication;
import org.conjoint.access.Accounts;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.TestDatabase;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

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

    private static final String WITHOUT_SCREENS = "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
            + "com.vaadin.flow.spring.VaadinScopesConfig";

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
                "--conjoint.data=" + TestDatabase.newFolder(),
                "--conjoint.console=false",
                "--logging.level.root=error",
                "--spring.datasource.hikari.maximum-pool-size=40",
                "--spring.autoconfigure.exclude=" + WITHOUT_SCREENS));
        if (postgres) {
            options.add("--spring.datasource.url=" + TestDatabase.newPostgresDatabase());
            options.add("--spring.datasource.username=postgres");
            options.add("--spring.datasource.password=postgres");
        }
        try (var context = new SpringApplicationBuilder(ConjointApplication.class)
                .web(WebApplicationType.NONE)
                .run(options.toArray(String[]::new))) {
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
        var raters = People.raters(accounts, RATERS.getLast());
        System.out.printf(
                "%7s %14s %14s %7s %10s %10s %10s %10s%n",
                "raters", "service/s", "plain/s", "ratio", "p50 ms", "p99 ms", "plain p50", "plain p99");
        service(ours, raters.subList(0, 8), WARM_UP_SECONDS);
        plain(plain, 8, 5);
        var eight = 0.0;
        for (var count : RATERS) {
            var bare = plain(plain, count, seconds);
            var own = service(ours, raters.subList(0, count), seconds);
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

    /** Steps by many threads: how long they took together, and each step in nanoseconds, sorted. */
    private record Run(double elapsedSeconds, long[] steps) {
        double perSecond() {
            return steps.length / elapsedSeconds;
        }

        double millis(double quantile) {
            return steps.length == 0 ? 0 : steps[(int) Math.min(steps.length - 1, steps.length * quantile)] / 1e6;
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Steps {
        Step of(int thread) throws Exception;
    }

    private Run run(int threads, int duration, Steps steps) throws Exception {
        var shifts = new ArrayList<Callable<long[]>>();
        var begin = System.nanoTime();
        var end = begin + duration * 1_000_000_000L;
        for (var thread = 0; thread < threads; thread++) {
            var step = steps.of(thread);
            shifts.add(() -> {
                var times = new long[1024];
                var count = 0;
                for (var now = System.nanoTime(); now < end; ) {
                    step.run();
                    var after = System.nanoTime();
                    times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                    times[count++] = after - now;
                    now = after;
                }
                return Arrays.copyOf(times, count);
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<long[]>();
            for (var shift : pool.invokeAll(shifts)) {
                all.add(shift.get());
            }
            var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Run((System.nanoTime() - begin) / 1e9, sorted);
        }
    }

    private Run service(QueueId queue, List<UserId> raters, int duration) throws Exception {
        var accounts = context.getBean(Accounts.class);
        var leases = context.getBean(Leases.class);
        var verdicts = context.getBean(Verdicts.class);
        return run(raters.size(), duration, thread -> {
            var rater = raters.get(thread);
            var session = new Session(accounts, rater);
            return () -> session.run(() -> {
                var lease = leases.next(queue).getFirst();
                var outcome = verdicts.submit(
                        new VerdictSubmission(UUID.randomUUID(), lease.id(), lease.policyVersion(), form(), 1000));
                if (!(outcome instanceof VerdictOutcome.Stored)) {
                    throw new IllegalStateException("Not stored: " + outcome);
                }
            });
        });
    }

    /** Signs a rater in once for the thread, as a session does, rather than for each step. */
    private static final class Session {
        private final Accounts accounts;
        private final UserId rater;
        private @Nullable SecurityContext signedIn;

        Session(Accounts accounts, UserId rater) {
            this.accounts = accounts;
            this.rater = rater;
        }

        void run(Runnable step) {
            if (signedIn == null) {
                signedIn = accounts.runAs(rater, SecurityContextHolder::getContext);
            }
            SecurityContextHolder.setContext(signedIn);
            step.run();
        }
    }

    /** A caption that violates alone: two clauses to store, a sentence, nothing asked about pairs. */
    private static VerdictForm form() {
        return new VerdictForm(
                Map.of(Part.CAPTION, PartGrade.VIOLATING),
                JointGrade.VIOLATING,
                Map.of(Part.CAPTION, Set.of("HAR-2.1")),
                Set.of("HAR-2.1"),
                "HAR-2.1",
                "Dana stinks, and that is meant",
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                false);
    }

    private final AtomicLong plainId = new AtomicLong(1L << 40);

    private Run plain(QueueId queue, int threads, int duration) throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            return run(threads, duration, thread -> {
                var connection = source.getConnection();
                connections.add(connection);
                connection.setAutoCommit(false);
                return new PlainStep(connection, queue, (1L << 40) + thread);
            });
        } finally {
            for (var connection : connections) {
                connection.rollback();
                connection.close();
            }
        }
    }

    /** The three statements as one would write them by hand. */
    private final class PlainStep implements Step {
        private final Connection connection;
        private final QueueId queue;
        private final long rater;

        PlainStep(Connection connection, QueueId queue, long rater) {
            this.connection = connection;
            this.queue = queue;
            this.rater = rater;
        }

        @Override
        public void run() throws SQLException {
            var place = postgres ? takePostgres() : takeH2();
            connection.commit();
            var id = plainId.incrementAndGet();
            try (var insert = connection.prepareStatement(
                    "insert into work.submission (id, client_id, answer_id, revision, kind, queue_id, item_id, rater_id, by_id,"
                            + " body_hash, active_millis, submitted_at) values (?, ?, ?, 1, 'ANSWER', ?, ?, ?, ?, ?, 1000, ?)")) {
                insert.setLong(1, id);
                insert.setObject(2, UUID.randomUUID());
                insert.setLong(3, id);
                insert.setLong(4, queue.value());
                insert.setLong(5, place / 32);
                insert.setLong(6, rater);
                insert.setLong(7, rater);
                insert.setString(8, "0".repeat(64));
                insert.setTimestamp(9, Timestamp.from(Instant.now()));
                insert.executeUpdate();
            }
            try (var close = connection.prepareStatement(
                    "update work.place set state = 'ANSWERED', expires_at = null, answer_id = ? where id = ? and rater_id = ?")) {
                close.setLong(1, id);
                close.setLong(2, place);
                close.setLong(3, rater);
                close.executeUpdate();
            }
            connection.commit();
        }

        private long takePostgres() throws SQLException {
            try (var take = connection.prepareStatement(
                    "update work.place set state = 'LEASED', open_position = null,"
                            + " rater_id = ?, taken_at = ?, expires_at = ? where id = (select id from work.place where queue_id = ?"
                            + " and lane = 1 and open_position > 0 order by open_position limit 1 for update skip locked) returning id")) {
                bind(take);
                take.setLong(4, queue.value());
                try (var rows = take.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        }

        private long takeH2() throws SQLException {
            long place;
            // Without ORDER BY: with it H2 would lock the whole range.
            try (var find = connection.prepareStatement("select id from work.place where queue_id = ? and lane = 1"
                    + " and open_position > 0 limit 1 for update skip locked")) {
                find.setLong(1, queue.value());
                try (var rows = find.executeQuery()) {
                    rows.next();
                    place = rows.getLong(1);
                }
            }
            try (var take = connection.prepareStatement("update work.place set state = 'LEASED', open_position = null,"
                    + " rater_id = ?, taken_at = ?, expires_at = ? where id = ?")) {
                bind(take);
                take.setLong(4, place);
                take.executeUpdate();
            }
            return place;
        }

        private void bind(PreparedStatement take) throws SQLException {
            var now = Instant.now();
            take.setLong(1, rater);
            take.setTimestamp(2, Timestamp.from(now));
            take.setTimestamp(3, Timestamp.from(now.plusSeconds(1800)));
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
