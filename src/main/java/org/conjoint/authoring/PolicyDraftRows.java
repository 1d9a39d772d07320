package org.conjoint.authoring;

import static org.conjoint.jooq.authoring.Tables.DRAFT;
import static org.conjoint.jooq.authoring.Tables.DRAFT_FILE;
import static org.conjoint.jooq.authoring.Tables.SIDE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.Record10;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of drafts. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PolicyDraftRows {

    private final DSLContext db;

    PolicyDraftRows(DSLContext db) {
        this.db = db;
    }

    DraftId insert(
            String slug, @Nullable PolicyVersionId basedOn, UserId author, Map<String, String> files, Instant now) {
        var id = db.insertInto(DRAFT)
                .set(DRAFT.POLICY_SLUG, slug)
                .set(DRAFT.BASED_ON, basedOn == null ? null : basedOn.value())
                .set(DRAFT.AUTHOR_ID, author.value())
                .set(DRAFT.REVISION, 1)
                .set(DRAFT.OPENED_AT, now)
                .set(DRAFT.SAVED_AT, now)
                .set(DRAFT.SAVED_BY, author.value())
                .returningResult(DRAFT.ID)
                .fetchSingle()
                .value1();
        var draft = new DraftId(id);
        files.forEach((name, source) -> put(draft, name, source));
        return draft;
    }

    Optional<Draft> find(DraftId id) {
        return db.select(
                        DRAFT.ID,
                        DRAFT.POLICY_SLUG,
                        DRAFT.BASED_ON,
                        DRAFT.AUTHOR_ID,
                        DRAFT.REVISION,
                        DRAFT.OPENED_AT,
                        DRAFT.SAVED_AT,
                        DRAFT.SAVED_BY,
                        DRAFT.SENT_AS,
                        DRAFT.CLOSED_AT)
                .from(DRAFT)
                .where(DRAFT.ID.eq(id.value()))
                .fetchOptional(PolicyDraftRows::draft);
    }

    /** The open drafts, of one policy or of all, the last written first. */
    List<Draft> open(@Nullable String slug, int limit) {
        return db.select(
                        DRAFT.ID,
                        DRAFT.POLICY_SLUG,
                        DRAFT.BASED_ON,
                        DRAFT.AUTHOR_ID,
                        DRAFT.REVISION,
                        DRAFT.OPENED_AT,
                        DRAFT.SAVED_AT,
                        DRAFT.SAVED_BY,
                        DRAFT.SENT_AS,
                        DRAFT.CLOSED_AT)
                .from(DRAFT)
                .where(DRAFT.CLOSED_AT.isNull(), slug == null ? noCondition() : DRAFT.POLICY_SLUG.eq(slug))
                .orderBy(DRAFT.SAVED_AT.desc(), DRAFT.ID.desc())
                .limit(limit)
                .fetch(PolicyDraftRows::draft);
    }

    /** The revision of an open draft, which nobody else changes until this transaction ends; empty when it is closed. */
    Optional<Integer> lock(DraftId id) {
        return db.select(DRAFT.REVISION)
                .from(DRAFT)
                .where(DRAFT.ID.eq(id.value()), DRAFT.CLOSED_AT.isNull())
                .forUpdate()
                .fetchOptional(DRAFT.REVISION);
    }

    SortedMap<String, String> files(DraftId id) {
        return new TreeMap<>(db.select(DRAFT_FILE.NAME, DRAFT_FILE.SOURCE)
                .from(DRAFT_FILE)
                .where(DRAFT_FILE.DRAFT_ID.eq(id.value()))
                .fetchMap(DRAFT_FILE.NAME, DRAFT_FILE.SOURCE));
    }

    /** Writes what differs, and the draft's next revision. */
    int write(DraftId id, int revision, Map<String, String> before, Map<String, String> files, UserId by, Instant now) {
        before.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .forEach(name -> db.deleteFrom(DRAFT_FILE)
                        .where(DRAFT_FILE.DRAFT_ID.eq(id.value()), DRAFT_FILE.NAME.eq(name))
                        .execute());
        files.forEach((name, source) -> {
            if (!source.equals(before.get(name))) {
                put(id, name, source);
            }
        });
        db.update(DRAFT)
                .set(DRAFT.REVISION, revision + 1)
                .set(DRAFT.SAVED_AT, now)
                .set(DRAFT.SAVED_BY, by.value())
                .where(DRAFT.ID.eq(id.value()))
                .execute();
        return revision + 1;
    }

    void close(DraftId id, @Nullable PolicyVersionId sentAs, Instant now) {
        db.update(DRAFT)
                .set(DRAFT.CLOSED_AT, now)
                .set(DRAFT.SENT_AS, sentAs == null ? null : sentAs.value())
                .where(DRAFT.ID.eq(id.value()))
                .execute();
    }

    Side keep(DraftId id, Passage passage, Wording mine, UserId by, Instant now) {
        var side = db.insertInto(SIDE)
                .set(SIDE.DRAFT_ID, id.value())
                .set(SIDE.PASSAGE, passage.code())
                .set(SIDE.MINE, mine.stored())
                .set(SIDE.WRITTEN_BY, by.value())
                .set(SIDE.WRITTEN_AT, now)
                .returningResult(SIDE.ID)
                .fetchSingle()
                .value1();
        return new Side(side, passage, mine, by, now);
    }

    /** What is kept beside passages of a draft, the earliest first. */
    List<Side> sides(DraftId id) {
        return db.select(SIDE.ID, SIDE.PASSAGE, SIDE.MINE, SIDE.WRITTEN_BY, SIDE.WRITTEN_AT)
                .from(SIDE)
                .where(SIDE.DRAFT_ID.eq(id.value()), SIDE.SETTLED_AT.isNull())
                .orderBy(SIDE.ID)
                .fetch(row -> new Side(
                        row.value1(),
                        Passage.of(row.value2()),
                        Wording.ofStored(row.value3()),
                        new UserId(row.value4()),
                        row.value5()));
    }

    /** Marks what was kept as settled; false when it is already. */
    boolean settle(DraftId id, long side, Instant now) {
        return db.update(SIDE)
                        .set(SIDE.SETTLED_AT, now)
                        .where(SIDE.ID.eq(side), SIDE.DRAFT_ID.eq(id.value()), SIDE.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }

    private void put(DraftId id, String name, String source) {
        db.insertInto(DRAFT_FILE)
                .set(DRAFT_FILE.DRAFT_ID, id.value())
                .set(DRAFT_FILE.NAME, name)
                .set(DRAFT_FILE.SOURCE, source)
                .onDuplicateKeyUpdate()
                .set(DRAFT_FILE.SOURCE, source)
                .execute();
    }

    private static Draft draft(Record10<Long, String, Long, Long, Integer, Instant, Instant, Long, Long, Instant> row) {
        return new Draft(
                new DraftId(row.value1()),
                row.value2(),
                version(row.value3()),
                new UserId(row.value4()),
                row.value5(),
                row.value6(),
                row.value7(),
                new UserId(row.value8()),
                version(row.value9()),
                row.value10());
    }

    private static @Nullable PolicyVersionId version(@Nullable Long id) {
        return id == null ? null : new PolicyVersionId(id);
    }
}
