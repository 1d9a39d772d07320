package org.conjoint.policy;

import static org.conjoint.jooq.policy.Tables.IN_FORCE;
import static org.conjoint.jooq.policy.Tables.SERIES;
import static org.conjoint.jooq.policy.Tables.VERSION;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The SQL of the turns. The tables refuse turns that overlap or leave a gap, whoever writes them; who plans locks the
 * first turn, so that two plans for one policy and jurisdiction follow each other.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TurnRows {

    /** A policy in a jurisdiction. */
    record Line(long series, String jurisdiction) {}

    /** A turn that begins now and was not told yet. */
    record Due(Line line, Instant startsAt) {}

    private final DSLContext db;

    TurnRows(DSLContext db) {
        this.db = db;
    }

    Line line(PolicyVersionId version) {
        return db.select(VERSION.SERIES_ID, VERSION.JURISDICTION)
                .from(VERSION)
                .where(VERSION.ID.eq(version.value()))
                .fetchSingle(row -> new Line(row.value1(), row.value2()));
    }

    /** The jurisdictions with turns of their own in the policy of a version, apart from its own. */
    List<Line> overlaid(PolicyVersionId version) {
        var own = line(version);
        return db.selectDistinct(IN_FORCE.JURISDICTION)
                .from(IN_FORCE)
                .join(VERSION)
                .on(VERSION.ID.eq(IN_FORCE.VERSION_ID))
                .where(IN_FORCE.SERIES_ID.eq(own.series()), VERSION.OVERLAY_OF.isNotNull())
                .and(IN_FORCE.JURISDICTION.ne(own.jurisdiction()))
                .orderBy(IN_FORCE.JURISDICTION)
                .fetch(row -> new Line(own.series(), row.value1()));
    }

    Timeline read(Line line) {
        return new Timeline(db.select(IN_FORCE.STARTS_AT, IN_FORCE.ENDS_AT, IN_FORCE.VERSION_ID)
                .from(IN_FORCE)
                .where(of(line))
                .orderBy(IN_FORCE.STARTS_AT)
                .fetch(TurnRows::turn));
    }

    /**
     * The turns, which nobody else changes until this transaction ends; where there are none yet, one that is nobody's.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another transaction opens them at the same time
     */
    Timeline lock(Line line) {
        if (read(line).turns().isEmpty()) {
            insert(line, Turn.NOBODYS);
        }
        db.select(IN_FORCE.STARTS_AT)
                .from(IN_FORCE)
                .where(of(line), IN_FORCE.STARTS_AT.eq(Turn.BEGINNING))
                .forUpdate()
                .execute();
        return read(line);
    }

    /** Writes the turns as planned over those that stand; what is the same in both stays untouched. */
    void write(Line line, Timeline standing, Timeline planned) {
        var old = standing.turns();
        var fresh = planned.turns();
        var same = 0;
        while (same < Math.min(old.size(), fresh.size()) && old.get(same).equals(fresh.get(same))) {
            same++;
        }
        var shorter = same < Math.min(old.size(), fresh.size()) && old.get(same).begins(fresh.get(same));
        var from = shorter ? same + 1 : same;
        old.subList(from, old.size()).reversed().forEach(turn -> delete(line, turn));
        if (shorter) {
            end(line, fresh.get(same));
        }
        fresh.subList(from, fresh.size()).forEach(turn -> insert(line, turn));
    }

    private void delete(Line line, Turn turn) {
        db.deleteFrom(IN_FORCE)
                .where(of(line), IN_FORCE.STARTS_AT.eq(turn.startsAt()))
                .execute();
    }

    private void end(Line line, Turn turn) {
        db.update(IN_FORCE)
                .set(IN_FORCE.ENDS_AT, turn.endsAt())
                .where(of(line), IN_FORCE.STARTS_AT.eq(turn.startsAt()))
                .execute();
    }

    private void insert(Line line, Turn turn) {
        var first = turn.startsAt().equals(Turn.BEGINNING);
        db.insertInto(IN_FORCE)
                .set(IN_FORCE.SERIES_ID, line.series())
                .set(IN_FORCE.JURISDICTION, line.jurisdiction())
                .set(IN_FORCE.STARTS_AT, turn.startsAt())
                .set(IN_FORCE.ENDS_AT, turn.endsAt())
                .set(IN_FORCE.PREVIOUS_ENDS_AT, first ? null : turn.startsAt())
                .set(IN_FORCE.VERSION_ID, id(turn.version()))
                .set(IN_FORCE.ANNOUNCED_AT, first ? turn.startsAt() : null)
                .execute();
    }

    /** Turns that have begun and were not told, the earliest first. */
    List<Due> due(Instant now, int limit) {
        return db.select(IN_FORCE.SERIES_ID, IN_FORCE.JURISDICTION, IN_FORCE.STARTS_AT)
                .from(IN_FORCE)
                .where(IN_FORCE.ANNOUNCED_AT.isNull(), IN_FORCE.STARTS_AT.le(now))
                .orderBy(IN_FORCE.STARTS_AT, IN_FORCE.SERIES_ID, IN_FORCE.JURISDICTION)
                .limit(limit)
                .fetch(row -> new Due(new Line(row.value1(), row.value2()), row.value3()));
    }

    /** Marks a turn as told; false when another process was first. */
    boolean told(Due due, Instant now) {
        return db.update(IN_FORCE)
                        .set(IN_FORCE.ANNOUNCED_AT, now)
                        .where(of(due.line()), IN_FORCE.STARTS_AT.eq(due.startsAt()), IN_FORCE.ANNOUNCED_AT.isNull())
                        .execute()
                == 1;
    }

    /** What a turn is, for those who are to be told. */
    PolicyTurned what(Due due) {
        var turns = read(due.line()).turns();
        var index = 0;
        while (!turns.get(index).startsAt().equals(due.startsAt())) {
            index++;
        }
        var slug = db.select(SERIES.SLUG)
                .from(SERIES)
                .where(SERIES.ID.eq(due.line().series()))
                .fetchSingle(SERIES.SLUG);
        return new PolicyTurned(
                slug,
                due.line().jurisdiction(),
                turns.get(index).version(),
                index == 0 ? null : turns.get(index - 1).version(),
                due.startsAt());
    }

    private static Condition of(Line line) {
        return IN_FORCE.SERIES_ID.eq(line.series()).and(IN_FORCE.JURISDICTION.eq(line.jurisdiction()));
    }

    private static Turn turn(Record3<Instant, Instant, Long> row) {
        return new Turn(row.value1(), row.value2(), row.value3() == null ? null : new PolicyVersionId(row.value3()));
    }

    private static @Nullable Long id(@Nullable PolicyVersionId version) {
        return version == null ? null : version.value();
    }
}
