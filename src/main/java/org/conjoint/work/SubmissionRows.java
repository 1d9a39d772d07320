package org.conjoint.work;

import static org.conjoint.jooq.work.Sequences.SUBMISSION_ID;
import static org.conjoint.jooq.work.Tables.SUBMISSION;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of submissions. */
@Repository
class SubmissionRows {

    /** What the sequence of ids rises by. */
    private static final int IDS_EACH = 50;

    static final List<Field<?>> FIELDS = List.of(
            SUBMISSION.ID,
            SUBMISSION.CLIENT_ID,
            SUBMISSION.ANSWER_ID,
            SUBMISSION.REVISION,
            SUBMISSION.KIND,
            SUBMISSION.QUEUE_ID,
            SUBMISSION.ITEM_ID,
            SUBMISSION.RATER_ID,
            SUBMISSION.BY_ID,
            SUBMISSION.REASON,
            SUBMISSION.BODY_HASH,
            SUBMISSION.ACTIVE_MILLIS,
            SUBMISSION.SUBMITTED_AT);

    private final DSLContext db;
    private long nextId;
    private long lastId = -1;

    SubmissionRows(DSLContext db) {
        this.db = db;
    }

    /** Why a submission was made. */
    enum Kind {
        ANSWER,
        CORRECTION,
        UNDO,
        IMPORT
    }

    /**
     * A submission as it stands in the database.
     *
     * @param by who made it; another than the rater when corrected or imported
     */
    record Submission(
            Receipt receipt,
            Kind kind,
            @Nullable QueueId queue,
            @Nullable ItemId item,
            UserId rater,
            UserId by,
            @Nullable String reason,
            String bodyHash,
            long activeMillis) {}

    /** An id from the block at hand; one in fifty asks the database. Ids rise within this process and have gaps. */
    synchronized long newId() {
        if (nextId > lastId) {
            nextId = db.nextval(SUBMISSION_ID);
            lastId = nextId + IDS_EACH - 1;
        }
        return nextId++;
    }

    void insert(Submission submission) {
        var receipt = submission.receipt();
        // formatter:off
        db.insertInto(SUBMISSION, FIELDS)
            .values(
                receipt.submissionId(), receipt.clientId(), receipt.answerId(), receipt.revision(),
                submission.kind().name(),
                submission.queue() == null ? null : submission.queue().value(),
                submission.item() == null ? null : submission.item().value(),
                submission.rater().value(), submission.by().value(), submission.reason(),
                submission.bodyHash(), submission.activeMillis(), receipt.at())
            .execute();
        // formatter:on
    }

    Optional<Submission> byClientId(UUID clientId) {
        return fetch(SUBMISSION.CLIENT_ID.eq(clientId));
    }

    /** The newest revision of an answer. */
    Optional<Submission> newest(long answerId) {
        return fetch(SUBMISSION.ANSWER_ID.eq(answerId));
    }

    /** The rater's last submission. */
    Optional<Submission> last(UserId rater) {
        return db.select(SUBMISSION.asterisk())
                .from(SUBMISSION)
                .where(SUBMISSION.RATER_ID.eq(rater.value()))
                .orderBy(SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
                .limit(1)
                .fetchOptional(SubmissionRows::submission);
    }

    private Optional<Submission> fetch(Condition which) {
        return db.select(SUBMISSION.asterisk())
                .from(SUBMISSION)
                .where(which)
                .orderBy(SUBMISSION.REVISION.desc())
                .limit(1)
                .fetchOptional(SubmissionRows::submission);
    }

    private static Submission submission(Record row) {
        var receipt = new Receipt(
                row.get(SUBMISSION.CLIENT_ID),
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.ANSWER_ID),
                row.get(SUBMISSION.REVISION),
                row.get(SUBMISSION.SUBMITTED_AT));
        @Nullable Long queue = row.get(SUBMISSION.QUEUE_ID);
        @Nullable Long item = row.get(SUBMISSION.ITEM_ID);
        return new Submission(
                receipt,
                Kind.valueOf(row.get(SUBMISSION.KIND)),
                queue == null ? null : new QueueId(queue),
                item == null ? null : new ItemId(item),
                new UserId(row.get(SUBMISSION.RATER_ID)),
                new UserId(row.get(SUBMISSION.BY_ID)),
                row.get(SUBMISSION.REASON),
                row.get(SUBMISSION.BODY_HASH),
                row.get(SUBMISSION.ACTIVE_MILLIS));
    }

    /** The rater of an answer, and whoever gave one of its revisions; who only imported it has no hand in it. */
    Set<UserId> makers(long answerId) {
        var makers = new HashSet<UserId>();
        db.select(SUBMISSION.RATER_ID, SUBMISSION.BY_ID, SUBMISSION.KIND)
                .from(SUBMISSION)
                .where(SUBMISSION.ANSWER_ID.eq(answerId))
                .forEach(row -> {
                    makers.add(new UserId(row.value1()));
                    if (!row.value3().equals(Kind.IMPORT.name())) {
                        makers.add(new UserId(row.value2()));
                    }
                });
        return makers;
    }
}
