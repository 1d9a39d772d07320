package org.conjoint.path;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PostgreSQL database of a running console, looked into and changed behind its back. */
record WorkDatabase(String url) {

    private static final String USER = "postgres";

    /** What a console needs to stand on this database. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", USER,
                "SPRING_DATASOURCE_PASSWORD", USER);
    }

    /** The readings of the verdicts that a rater submitted and that stand. */
    List<String> readings(String rater) {
        return strings(
                "select v.reading from moderation.verdict v join access.account a on a.id = v.rater_id"
                        + " where a.name = ? and v.superseded_at is null and v.external_id is null",
                rater);
    }

    /** The draft of a rater that was saved last. */
    String draft(String rater) {
        return strings(
                        "select d.body from work.draft d join access.account a on a.id = d.rater_id"
                                + " where a.name = ? order by d.saved_at desc limit 1",
                        rater)
                .getFirst();
    }

    List<String> keptCauses(String rater) {
        return strings(
                "select k.cause from work.kept_answer k join access.account a on a.id = k.rater_id where a.name = ?",
                rater);
    }

    boolean answered(long lease) {
        return strings("select state from work.place where id = ?", lease).equals(List.of("ANSWERED"));
    }

    /** Lets the time of a lease run out, and waits until the console has taken it back. */
    void expire(long lease) throws InterruptedException {
        update("update work.place set expires_at = now() - interval '1 minute' where id = ?", lease);
        while (strings("select state from work.place where id = ?", lease).equals(List.of("LEASED"))) {
            Thread.sleep(200);
        }
    }

    /** Puts a new version of the policy of a lease in force, in which no clause stands any more, and binds the lease to it. */
    void changePolicy(long lease) {
        var version = Long.parseLong(strings("select policy_version_id from work.place where id = ?", lease)
                .getFirst());
        var columns = columns("version").replace("number,", "");
        var copied = "insert into policy.version (number, %s) select '9.9.9', %s from policy.version where id = ?"
                .formatted(columns, columns);
        update(copied, version);
        var fresh = Long.parseLong(strings("select max(id) from policy.version where id <> ?", version)
                .getFirst());
        var texts = columns("version_locale").replace("version_id,", "");
        update(
                "insert into policy.version_locale (version_id, %s) select %d, %s from policy.version_locale where version_id = ?"
                        .formatted(texts, fresh, texts),
                version);
        turn(version, fresh);
        update("update work.place set policy_version_id = %d where id = ?".formatted(fresh), lease);
    }

    /** Ends the last turn of a policy now, and lets a version follow. */
    private void turn(long version, long fresh) {
        var now = "timestamp with time zone '%s'"
                .formatted(OffsetDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .minusSeconds(1));
        update("update policy.in_force set ends_at = %s where version_id = ?".formatted(now), version);
        update(
                "insert into policy.in_force (series_id, jurisdiction, starts_at, previous_ends_at, ends_at, version_id, announced_at)"
                        + " select series_id, jurisdiction, %1$s, %1$s, timestamp with time zone '9999-12-31 00:00:00+00:00', id, %1$s"
                                .formatted(now)
                        + " from policy.version where id = ?",
                fresh);
    }

    private String columns(String table) {
        return String.join(
                ",",
                strings(
                        "select column_name from information_schema.columns where table_schema = 'policy'"
                                + " and is_identity = 'NO' and table_name = ? order by ordinal_position",
                        table));
    }

    private List<String> strings(String sql, Object value) {
        try (var connection = connect();
                var statement = prepare(connection, sql, value);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Object value) {
        try (var connection = connect();
                var statement = prepare(connection, sql, value)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, USER, USER);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object value) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setObject(1, value);
        return statement;
    }
}
