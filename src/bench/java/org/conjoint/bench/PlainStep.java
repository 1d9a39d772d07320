package org.conjoint.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.conjoint.bench.Shifts.Step;
import org.conjoint.work.QueueId;

/** The three statements as one would write them by hand. */
final class PlainStep implements Step {
    private static final AtomicLong NEXT_ID = new AtomicLong(1L << 40);

    private final Connection connection;
    private final QueueId queue;
    private final long rater;
    private final boolean postgres;

    PlainStep(Connection connection, QueueId queue, long rater, boolean postgres) {
        this.connection = connection;
        this.queue = queue;
        this.rater = rater;
        this.postgres = postgres;
    }

    @Override
    public void run() throws SQLException {
        var place = postgres ? takePostgres() : takeH2();
        connection.commit();
        var id = NEXT_ID.incrementAndGet();
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
