package org.conjoint.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Many policies with long histories and many verdicts, written straight into the tables. The first policy has four of ten
 * verdicts, the second one of ten, the third one of a hundred; the others share the rest. Clauses are cited by very different
 * numbers of verdicts, the first by one in ten thousand.
 */
final class PolicyTables {

    /** Ids from here on, so that policies that came with the installation keep theirs. */
    static final long OFFSET = 1_000_000;

    private static final int AT_ONCE = 5_000;
    private static final List<String> LOCALES = List.of("en", "de", "ja");
    private static final Timestamp BEGINNING = Timestamp.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final Timestamp END = Timestamp.from(Instant.parse("9999-12-31T00:00:00Z"));
    private static final Timestamp EPOCH = Timestamp.from(Instant.EPOCH);
    private static final String PARAGRAPH =
            "A post violates this if it makes a person look worthless, and the person can be recognised by those who know them. ";

    /** Changes that make nothing stale, for the histories. */
    private static final List<String> QUIET = List.of("editorial", "clarify", "penalty");

    private final DataSource source;
    private final int policies;
    private final int versions;
    private final int clauses;

    PolicyTables(DataSource source, int policies, int versions, int clauses) {
        this.source = source;
        this.policies = policies;
        this.versions = versions;
        this.clauses = clauses;
    }

    static String slug(int policy) {
        return "bench-" + policy;
    }

    static String clause(int policy, int clause) {
        return "B%d-%d".formatted(policy, clause);
    }

    /** Versions are numbered from 1; those after the last are candidates. */
    long version(int policy, int version) {
        return OFFSET + (long) policy * 1_000 + version;
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void with(Work work) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
        }
    }

    /** A statement that is sent in batches. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;

        Batch(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void add(Object... values) throws SQLException {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == AT_ONCE) {
                send();
            }
        }

        void send() throws SQLException {
            statement.executeBatch();
            statement.getConnection().commit();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            send();
            statement.close();
        }
    }

    void policies() throws SQLException {
        with(connection -> {
            try (var series = new Batch(
                            connection,
                            "insert into policy.series (id, slug, prefix, recorded_at) values (?, ?, ?, ?)");
                    var clause = new Batch(
                            connection,
                            "insert into policy.clause (id, series_id, code, recorded_at) values (?, ?, ?, ?)")) {
                for (var p = 1; p <= policies; p++) {
                    series.add(OFFSET + p, slug(p), "B" + p, BEGINNING);
                }
                series.send();
                for (var p = 1; p <= policies; p++) {
                    for (var c = 1; c <= clauses; c++) {
                        clause.add(clauseId(p, c), OFFSET + p, clause(p, c), BEGINNING);
                    }
                }
            }
        });
        for (var p = 1; p <= policies; p++) {
            for (var v = 1; v <= versions; v++) {
                version(p, v, v == 1 ? null : version(p, v - 1));
            }
        }
        with(connection -> {
            try (var turn = new Batch(
                    connection,
                    "insert into policy.in_force (series_id, jurisdiction, starts_at, ends_at, previous_ends_at, announced_at,"
                            + " version_id) values (?, 'global', ?, ?, ?, ?, ?)")) {
                for (var p = 1; p <= policies; p++) {
                    turn.add(OFFSET + p, EPOCH, begin(1), null, EPOCH, null);
                    for (var v = 1; v <= versions; v++) {
                        turn.add(
                                OFFSET + p,
                                begin(v),
                                v == versions ? END : begin(v + 1),
                                begin(v),
                                begin(v),
                                version(p, v));
                    }
                }
            }
        });
    }

    private static Timestamp begin(int version) {
        return Timestamp.from(BEGINNING.toInstant().plusSeconds(86_400L * version));
    }

    private long clauseId(int policy, int clause) {
        return OFFSET + (long) policy * 1_000 + clause;
    }

    /** A wording of a clause; each version words one in ten anew. */
    private long wording(int policy, int clause, int version) {
        var since = Math.max(1, version - (version + clause) % 10);
        return (OFFSET + (long) policy * 1_000 + clause) * 1_000 + since;
    }

    private void version(int p, int v, Long basedOn) throws SQLException {
        with(connection -> {
            var id = version(p, v);
            try (var row = new Batch(
                            connection,
                            "insert into policy.version (id, series_id, jurisdiction, number, stage, canonical_locale,"
                                    + " content_hash, content_scope, author, approver, effective_from, penalty_from, recorded_at,"
                                    + " based_on) values (?, ?, 'global', ?, 'approved', 'en', 'x', 'all_content', 'a', 'b', ?, ?, ?,"
                                    + " ?)");
                    var locale = new Batch(
                            connection,
                            "insert into policy.version_locale (version_id, locale, title, text_hash, body_hash, source_hash)"
                                    + " values (?, ?, ?, ?, 'x', ?)");
                    var wording = new Batch(
                            connection,
                            "insert into policy.clause_version (id, clause_id, severity, context_can_defuse, canonical_hash)"
                                    + " values (?, ?, 'medium', true, ?)");
                    var member = new Batch(
                            connection,
                            "insert into policy.version_clause (version_id, clause_version_id, position) values (?, ?, ?)");
                    var text = new Batch(
                            connection,
                            "insert into policy.clause_text (version_id, clause_version_id, locale, title, test, markdown,"
                                    + " text_hash) values (?, ?, ?, ?, 'Would those who know this person see who is meant?', ?,"
                                    + " ?)")) {
                row.add(id, OFFSET + p, v + ".0.0", begin(v), begin(v), BEGINNING, basedOn);
                row.send();
                for (var tag : LOCALES) {
                    locale.add(id, tag, "Policy " + p, "t" + id + tag, tag.equals("en") ? null : "x");
                }
                locale.send();
                for (var c = 1; c <= clauses; c++) {
                    if (v == 1 || (v + c) % 10 == 0) {
                        wording.add(wording(p, c, v), clauseId(p, c), "h" + v);
                    }
                }
                wording.send();
                for (var c = 1; c <= clauses; c++) {
                    member.add(id, wording(p, c, v), c);
                }
                member.send();
                for (var c = 1; c <= clauses; c++) {
                    var said = wording(p, c, v);
                    for (var tag : LOCALES) {
                        text.add(id, said, tag, "Clause " + c, PARAGRAPH + PARAGRAPH + said, "w" + said + tag);
                    }
                }
            }
            try (var change = new Batch(
                    connection, "insert into policy.clause_change (version_id, clause_code, kind) values (?, ?, ?)")) {
                for (var c = 1; c <= clauses; c++) {
                    if (v == 1) {
                        change.add(id, clause(p, c), "initial");
                    } else if ((v + c) % 10 == 0) {
                        change.add(id, clause(p, c), QUIET.get((v + c) % QUIET.size()));
                    }
                }
            }
        });
    }

    /** A further version of a policy that is not in force and does one thing to one clause. */
    long candidate(int policy, int number, int clause, String kind) throws SQLException {
        version(policy, number, version(policy, versions));
        with(connection -> {
            try (var change =
                    connection.prepareStatement("update policy.clause_change set kind = 'editorial' where version_id = "
                            + version(policy, number))) {
                change.executeUpdate();
            }
            try (var gone = connection.prepareStatement("delete from policy.clause_change where version_id = "
                            + version(policy, number) + " and clause_code = '" + clause(policy, clause) + "'");
                    var change = connection.prepareStatement(
                            "insert into policy.clause_change (version_id, clause_code, kind) values ("
                                    + version(policy, number) + ", '" + clause(policy, clause) + "', '" + kind
                                    + "')")) {
                gone.executeUpdate();
                change.executeUpdate();
            }
        });
        return version(policy, number);
    }

    /** Lets the middle of a policy's history tighten and loosen clauses, so that most of its verdicts are stale. */
    void stir(int policy) throws SQLException {
        with(connection -> {
            try (var change = connection.prepareStatement(
                    "update policy.clause_change set kind = ? where version_id = ? and kind = 'clarify'")) {
                for (var v = 2; v <= versions; v++) {
                    change.setString(1, v % 2 == 0 ? "tighten" : "loosen");
                    change.setLong(2, version(policy, v));
                    change.executeUpdate();
                }
            }
        });
    }

    void verdicts(int count) throws SQLException {
        var random = new Random(11);
        with(connection -> {
            try (var submission = new Batch(
                            connection,
                            "insert into work.submission (id, client_id, answer_id, revision, kind, rater_id, by_id, body_hash,"
                                    + " active_millis, submitted_at) values (?, ?, ?, 1, 'answer', ?, 1, 'x', 9000, ?)");
                    var verdict = new Batch(
                            connection,
                            "insert into moderation.verdict (id, revision, superseded_at, submission_id, post_id, post_revision,"
                                    + " rater_id, policy_version_id, locale, grade_image, grade_caption, grade_audio, grade_joint,"
                                    + " stopped_early, reading, composition, sufficient_sets, necessary, active_millis, submitted_at)"
                                    + " values (?, 1, ?, ?, ?, 1, ?, ?, ?, 'none', ?, 'absent', ?, false, ?, ?, '', '', 9000, ?)");
                    var cited = new Batch(
                            connection,
                            "insert into moderation.cited_clause (verdict_id, revision, scope, clause_version_id, clause_id,"
                                    + " text_hash) values (?, 1, ?, ?, ?, ?)")) {
                for (var from = 0; from < count; from += AT_ONCE) {
                    var many = Math.min(AT_ONCE, count - from);
                    var first = OFFSET + from;
                    for (var i = 0; i < many; i++) {
                        submission.add(
                                first + i, UUID.randomUUID(), first + i, 1L + random.nextInt(300), at(first + i));
                    }
                    submission.send();
                    var each = new Verdict[many];
                    for (var i = 0; i < many; i++) {
                        each[i] = Verdict.one(random, policies, versions, clauses);
                        var id = first + i;
                        verdict.add(
                                id,
                                random.nextInt(20) == 0 ? at(id + 1) : null,
                                id,
                                OFFSET + random.nextInt(Math.max(1, count / 2)),
                                1L + random.nextInt(300),
                                version(each[i].policy(), each[i].version()),
                                LOCALES.get(random.nextInt(LOCALES.size())),
                                each[i].raised() ? "borderline" : "none",
                                each[i].grade(),
                                "a person is worth nothing and all who know her may laugh",
                                each[i].composition(),
                                at(id));
                    }
                    verdict.send();
                    for (var i = 0; i < many; i++) {
                        if (each[i].clause() == 0) {
                            continue;
                        }
                        var code = clause(each[i].policy(), each[i].clause());
                        var said = wording(each[i].policy(), each[i].clause(), each[i].version());
                        cited.add(first + i, "joint", said, code, "w" + said + "en");
                        if (each[i].raised()) {
                            cited.add(first + i, "caption", said, code, "w" + said + "en");
                        }
                    }
                    cited.send();
                }
            }
        });
    }

    private static Timestamp at(long id) {
        return Timestamp.from(BEGINNING.toInstant().plusSeconds(id % 100_000_000));
    }

    /** What is drawn of a verdict. @param clause which it cites; 0 for none */
    private record Verdict(int policy, int version, String grade, boolean raised, String composition, int clause) {

        static Verdict one(Random random, int policies, int versions, int clauses) {
            var share = random.nextInt(1000);
            var policy = share < 400 || policies == 1
                    ? 1
                    : share < 500 || policies == 2
                            ? 2
                            : share < 510 || policies == 3 ? 3 : 4 + random.nextInt(policies - 3);
            var drawn = random.nextInt(100);
            var grade = drawn < 30 ? "violating" : drawn < 42 ? "borderline" : drawn < 45 ? "cannot_tell" : "none";
            var raised = random.nextInt(3) == 0;
            var composition = switch (grade) {
                case "cannot_tell" -> "undetermined";
                case "none" -> raised ? "defused" : "benign";
                default -> raised ? (random.nextBoolean() ? "additive" : "single_carrier") : "emergent";
            };
            var cites = grade.equals("violating") || grade.equals("borderline") || raised;
            return new Verdict(
                    policy,
                    1 + random.nextInt(versions),
                    grade,
                    raised,
                    composition,
                    cites ? cited(random, clauses) : 0);
        }

        private static int cited(Random random, int clauses) {
            var drawn = random.nextInt(10_000);
            if (drawn < 1) {
                return 1;
            }
            if (drawn < 11) {
                return Math.min(2, clauses);
            }
            if (drawn < 111) {
                return Math.min(3, clauses);
            }
            if (drawn < 1_111) {
                return Math.min(4, clauses);
            }
            return drawn < 6_000
                    ? Math.min(5, clauses)
                    : Math.min(clauses, 6 + random.nextInt(Math.max(1, clauses - 5)));
        }
    }
}
