package org.conjoint.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conjoint.access.Accounts;
import org.conjoint.discovery.FoundPosts;
import org.conjoint.discovery.PostSearch;
import org.conjoint.discovery.Reindex;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.testing.HeadlessApplication;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} in the middle of many submissions: what was acknowledged is there, once, and the index catches up with
 * exactly that.
 */
class ReceiptsAfterKillIT {

    /** So many receipts are read before the process is killed. */
    private static final int BEFORE_THE_KILL = 120;

    @Test
    void every_receipt_given_before_a_kill_is_in_h2_after_it_and_none_twice_and_all_are_found() throws Exception {
        var folder = TestDatabase.newFolder();
        var url = "jdbc:h2:file:" + folder.resolve("db/conjoint") + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE";
        killedWhileSubmitting(folder, List.of());
        try (var connection = DriverManager.getConnection(url, "conjoint", "")) {
            verify(connection);
        }
        verifyIndex(folder, List.of());
    }

    @Test
    void every_receipt_given_before_a_kill_is_in_postgresql_after_it_and_none_twice_and_all_are_found()
            throws Exception {
        var folder = TestDatabase.newFolder();
        var url = TestDatabase.newPostgresDatabase();
        var options = HeadlessApplication.postgresql(url);
        killedWhileSubmitting(folder, options);
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            verify(connection);
        }
        verifyIndex(folder, options);
    }

    private final Map<String, Long> receipts = new HashMap<>();

    /** A word of each post that was judged, of which it is the only one. */
    private final List<String> judged = new ArrayList<>();

    private void killedWhileSubmitting(Path folder, List<String> options) throws Exception {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SubmittingProcess.class.getName(),
                folder.toString()));
        command.addAll(options);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var log = new ArrayList<String>();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                log.add(line);
                if (line.startsWith("RECEIPT ")) {
                    var words = line.split(" ");
                    receipts.put(words[1], Long.valueOf(words[2]));
                    if (receipts.size() == BEFORE_THE_KILL) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        process.waitFor();
        assertThat(receipts).as(() -> String.join("\n", log)).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
        assertThat(log).as("the process was killed in the middle").doesNotContain("DONE");
        assertThat(receipts.size()).isLessThan(SubmittingProcess.SUBMISSIONS);
    }

    private void verify(Connection connection) throws SQLException {
        var stored = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select client_id, id from work.submission")) {
            while (rows.next()) {
                assertThat(stored.put(rows.getObject(1).toString(), rows.getLong(2)))
                        .isNull();
            }
        }
        assertThat(stored).containsAllEntriesOf(receipts);
        judged.addAll(words(connection));
        assertThat(count(connection, "select count(*) from moderation.verdict")).isEqualTo(stored.size());
        assertThat(count(connection, "select count(distinct post_id) from moderation.verdict"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select count(*) from work.place where state = 'ANSWERED'"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select count(*) from audit.entry where action = 'verdict.submitted'"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select sum(answered) from work.worker")).isEqualTo(stored.size());
    }

    /** Starts once more on what the kill left. */
    private void verifyIndex(Path folder, List<String> options) {
        try (var context = HeadlessApplication.start(folder, options)) {
            var index = context.getBean(Reindex.class);
            var search = context.getBean(PostSearch.class);
            context.getBean(Accounts.class).runAsSystem(() -> {
                assertThat(index.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
                assertThat(index.state().verdicts()).isEqualTo(judged.size());
                assertThat(index.state().posts()).isEqualTo(SubmittingProcess.SUBMISSIONS);
                for (var word : judged) {
                    assertThat(search.find("together:none " + word, Order.BEST, 3))
                            .isInstanceOfSatisfying(
                                    FoundPosts.Page.class,
                                    page -> assertThat(page.posts()).hasSize(1));
                }
                return true;
            });
        }
    }

    private static List<String> words(Connection connection) throws SQLException {
        var words = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select p.external_id from moderation.verdict v join content.post p on p.id = v.post_id")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
