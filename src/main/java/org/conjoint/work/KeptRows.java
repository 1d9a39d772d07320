package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.KEPT_ANSWER;
import static org.conjoint.jooq.work.Tables.PLACE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** All SQL of answers kept aside. */
@Repository
class KeptRows {

    private final DSLContext db;

    KeptRows(DSLContext db) {
        this.db = db;
    }

    /** Keeps an answer aside; the same again changes nothing. @return false when another is kept under the client id */
    boolean keep(SubmissionRequest request, UserId rater, String cause, String bodyHash, Instant at) {
        var inserted = db.insertInto(KEPT_ANSWER)
                .set(KEPT_ANSWER.CLIENT_ID, request.clientId())
                .set(KEPT_ANSWER.PLACE_ID, request.lease().value())
                .set(KEPT_ANSWER.RATER_ID, rater.value())
                .set(KEPT_ANSWER.CAUSE, cause)
                .set(KEPT_ANSWER.POLICY_VERSION_ID, request.policyVersion().value())
                .set(KEPT_ANSWER.BODY, request.body())
                .set(KEPT_ANSWER.BODY_HASH, bodyHash)
                .set(KEPT_ANSWER.KEPT_AT, at)
                .onConflictDoNothing()
                .execute();
        return inserted == 1
                || db.fetchExists(
                        KEPT_ANSWER,
                        KEPT_ANSWER.CLIENT_ID.eq(request.clientId()),
                        KEPT_ANSWER.PLACE_ID.eq(request.lease().value()),
                        KEPT_ANSWER.RATER_ID.eq(rater.value()),
                        KEPT_ANSWER.BODY_HASH.eq(bodyHash));
    }

    /** The rater's, the newest first. */
    List<KeptAnswer> kept(UserId rater, int limit) {
        return fetch(KEPT_ANSWER.RATER_ID.eq(rater.value()), limit);
    }

    Optional<KeptAnswer> find(UUID clientId, UserId rater) {
        return fetch(KEPT_ANSWER.CLIENT_ID.eq(clientId).and(KEPT_ANSWER.RATER_ID.eq(rater.value())), 1).stream()
                .findFirst();
    }

    private List<KeptAnswer> fetch(Condition which, int limit) {
        return db.select(
                        KEPT_ANSWER.CLIENT_ID,
                        KEPT_ANSWER.PLACE_ID,
                        KEPT_ANSWER.CAUSE,
                        KEPT_ANSWER.POLICY_VERSION_ID,
                        KEPT_ANSWER.BODY,
                        KEPT_ANSWER.KEPT_AT,
                        PLACE.SUBJECT_KIND,
                        PLACE.SUBJECT_ID,
                        PLACE.SUBJECT_REVISION)
                .from(KEPT_ANSWER)
                .leftJoin(PLACE)
                .on(PLACE.ID.eq(KEPT_ANSWER.PLACE_ID))
                .where(which)
                .orderBy(KEPT_ANSWER.KEPT_AT.desc())
                .limit(limit)
                .fetch(row -> new KeptAnswer(
                        row.value1(),
                        new LeaseId(row.value2()),
                        row.value3(),
                        new PolicyVersionId(row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7() == null
                                ? null
                                : new Subject(SubjectKind.of(row.value7()), row.value8(), row.value9())));
    }
}
