package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.SUBMISSION;
import static org.conjoint.jooq.work.Tables.WORKER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conjoint.shared.UserId;
import org.conjoint.work.SubmissionRows.Kind;
import org.conjoint.work.SubmissionRows.Submission;
import org.conjoint.work.WorkerRows.Tally;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.UpdateConditionStep;
import org.springframework.stereotype.Repository;

/** The SQL that closes a lease with an answer: the place, its submission and the rater's count together. */
@Repository
class AnswerRows {

    private static final Tally ONE_ANSWER = new Tally(-1, 1, 0, 0);

    private final DSLContext db;
    private final SubmissionRows submissions;
    private final WorkerRows workers;

    AnswerRows(DSLContext db, SubmissionRows submissions, WorkerRows workers) {
        this.db = db;
        this.submissions = submissions;
        this.workers = workers;
    }

    /** What was stored, and the lease that it closed, as it was worked on. */
    record Answered(Receipt receipt, Lease lease) {}

    /**
     * Closes a lease, when it is the rater's and bound to the version that the rater saw, and nothing was stored under
     * the client id. The answer is a further revision when its place had one before an undo.
     *
     * @param id of the submission
     */
    Optional<Answered> answer(SubmissionRequest request, UserId rater, long id, String bodyHash, Instant at) {
        return db.dialect().family() == SQLDialect.POSTGRES
                ? atOnce(request, rater, id, bodyHash, at)
                : oneByOne(request, rater, id, bodyHash, at);
    }

    private Optional<Answered> atOnce(SubmissionRequest request, UserId rater, long id, String bodyHash, Instant at) {
        var fields = closedFields();
        // formatter:off
        var closed = name("closed").as(close(request, rater, id).returning(fields));
        var answer = closed.field(PLACE.ANSWER_ID);
        var counted = name("counted").as(
            workers.counting(ONE_ANSWER)
                .from(closed)
                .where(WORKER.QUEUE_ID.eq(closed.field(PLACE.QUEUE_ID)), WORKER.RATER_ID.eq(rater.value()))
                .returning(WORKER.RATER_ID));
        var before = field(
            select(coalesce(max(SUBMISSION.REVISION), val(0)))
            .from(SUBMISSION)
            .where(SUBMISSION.ANSWER_ID.eq(answer)));
        var submitted = name("submitted").as(
            db.insertInto(SUBMISSION, SubmissionRows.FIELDS)
                .select(select(
                        val(id), val(request.clientId()), answer, before.plus(1), val(Kind.ANSWER.name()),
                        closed.field(PLACE.QUEUE_ID), closed.field(PLACE.ITEM_ID), val(rater.value()), val(rater.value()),
                        val(null, SUBMISSION.REASON), val(bodyHash), val(request.activeMillis()), val(at))
                    .from(closed))
                .returning(SUBMISSION.REVISION));
        return db
            .with(closed, counted, submitted)
            .select(closed.fields())
            .select(submitted.field(SUBMISSION.REVISION))
            .from(closed, submitted)
            .fetchOptional(row -> {
                var place = row.into(fields.toArray(Field[]::new));
                return answered(request, place, id, row.get(submitted.field(SUBMISSION.REVISION)), at);
            });
        // formatter:on
    }

    private Optional<Answered> oneByOne(SubmissionRequest request, UserId rater, long id, String bodyHash, Instant at) {
        return close(request, rater, id)
                .returningResult(closedFields())
                .fetchOptional(place -> {
                    var first = place.get(PLACE.ANSWER_ID) == id;
                    var revision = first
                            ? 1
                            : 1
                                    + submissions
                                            .newest(place.get(PLACE.ANSWER_ID))
                                            .orElseThrow()
                                            .receipt()
                                            .revision();
                    return answered(request, place, id, revision, at);
                })
                .map(answered -> {
                    var lease = answered.lease();
                    submissions.insert(new Submission(
                            answered.receipt(),
                            Kind.ANSWER,
                            lease.queue(),
                            lease.item(),
                            rater,
                            rater,
                            null,
                            bodyHash,
                            request.activeMillis()));
                    workers.count(lease.queue(), rater, ONE_ANSWER);
                    return answered;
                });
    }

    private static Answered answered(SubmissionRequest request, Record place, long id, int revision, Instant at) {
        var receipt = new Receipt(request.clientId(), id, place.get(PLACE.ANSWER_ID), revision, at);
        return new Answered(receipt, PlaceRows.lease(place));
    }

    private static List<Field<?>> closedFields() {
        var fields = new ArrayList<>(PlaceRows.LEASE);
        fields.add(PLACE.ANSWER_ID);
        return fields;
    }

    private UpdateConditionStep<?> close(SubmissionRequest request, UserId rater, long id) {
        return db.update(PLACE)
                .set(PLACE.STATE, PlaceState.ANSWERED.name())
                .setNull(PLACE.EXPIRES_AT)
                .set(PLACE.ANSWER_ID, coalesce(PLACE.ANSWER_ID, val(id)))
                .where(
                        PLACE.ID.eq(request.lease().value()),
                        PLACE.RATER_ID.eq(rater.value()),
                        PlaceRows.IN_HAND,
                        PLACE.POLICY_VERSION_ID.eq(request.policyVersion().value()),
                        notExists(selectOne().from(SUBMISSION).where(SUBMISSION.CLIENT_ID.eq(request.clientId()))));
    }
}
