package org.conjoint.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the middle of many submissions: what was acknowledged is there, once. */
class ReceiptsAfterKillIT {

    /** So many receipts are read before the process is killed. */
    private static final int BEFORE_THE_KILL = 120;

    @Test
    void every_receipt_given_before_a_kill_is_in_h2_after_it_and_none_twice() throws Exception {
        var folder = TestDatabase.newFolder();
        var url = "jdbc:h2:file:" + folder.resolve("db/conjoint") + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE";
        killedWhileSubmitting(folder, List.of());
        try (var connection = DriverManager.getConnection(url, "conjoint", "")) {
            verify(connection);
        }
    }

    @Test
    void every_receipt_given_before_a_kill_is_in_postgresql_after_it_and_none_twice() throws Exception {
        var folder = TestDatabase.newFolder();
        var url = TestDatabase.newPostgresDatabase();
        killedWhileSubmitting(
                folder,
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres"));
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            verify(connection);
        }
    }

    private final Map<String, Long> receipts = new HashMap<>();

    private void killedWhileSubmitting(Path folder, List<String> options) throws Exception {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SubmittingProcess.class.getName(),
                "--conjoint.data=" + folder));
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
        assertThat(count(connection, "select count(*) from moderation.verdict")).isEqualTo(stored.size());
        assertThat(count(connection, "select count(distinct post_id) from moderation.verdict"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select count(*) from work.place where state = 'ANSWERED'"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select count(*) from audit.entry where action = 'verdict.submitted'"))
                .isEqualTo(stored.size());
        assertThat(count(connection, "select sum(answered) from work.worker")).isEqualTo(stored.size());
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
