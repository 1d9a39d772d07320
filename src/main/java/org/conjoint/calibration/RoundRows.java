package org.conjoint.calibration;

import static org.conjoint.jooq.calibration.Tables.AGREEMENT;
import static org.conjoint.jooq.calibration.Tables.ROUND;
import static org.conjoint.jooq.calibration.Tables.ROUND_POST;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.agreement.Agreement;
import org.conjoint.content.PostId;
import org.conjoint.jooq.calibration.tables.records.RoundRecord;
import org.conjoint.meaning.JointGrade;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of rounds. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RoundRows {

    private final DSLContext db;

    RoundRows(DSLContext db) {
        this.db = db;
    }

    /** A round that is about to be opened; its queues follow. @return its number among those of the version */
    RoundId insert(RoundPlan plan, @Nullable PolicyVersionId against, String slug, UserId by, Instant at) {
        return new RoundId(db.insertInto(ROUND)
                .set(ROUND.VERSION_ID, plan.version().value())
                .set(ROUND.AGAINST_ID, against == null ? null : against.value())
                .set(ROUND.NUMBER, next(plan.version()))
                .set(ROUND.POLICY_SLUG, slug)
                .set(ROUND.LOCALE, plan.locale())
                .set(ROUND.RATERS, plan.raters())
                .set(ROUND.SEED, plan.seed())
                .set(ROUND.OPEN_VERSION, plan.version().value())
                .set(ROUND.OPENED_BY, by.value())
                .set(ROUND.OPENED_AT, at)
                .returningResult(ROUND.ID)
                .fetchSingle()
                .value1());
    }

    /** The number of a further round of a version. */
    int next(PolicyVersionId version) {
        return db.select(coalesce(max(ROUND.NUMBER), inline(0)).plus(1))
                .from(ROUND)
                .where(ROUND.VERSION_ID.eq(version.value()))
                .fetchSingle()
                .value1();
    }

    void queues(RoundId id, QueueId newText, @Nullable QueueId oldText) {
        db.update(ROUND)
                .set(ROUND.NEW_QUEUE_ID, newText.value())
                .set(ROUND.OLD_QUEUE_ID, oldText == null ? null : oldText.value())
                .where(ROUND.ID.eq(id.value()))
                .execute();
    }

    void posts(RoundId id, Collection<RoundPost> posts) {
        var insert = db.insertInto(
                ROUND_POST, ROUND_POST.ROUND_ID, ROUND_POST.POST_ID, ROUND_POST.REASON, ROUND_POST.EXPECTED);
        for (var post : posts) {
            insert = insert.values(id.value(), post.post().value(), post.drawn().code(), code(post.expected()));
        }
        insert.execute();
    }

    Optional<Round> find(RoundId id) {
        return list(ROUND.ID.eq(id.value())).stream().findFirst();
    }

    /** The rounds of a version, the latest first. */
    List<Round> of(PolicyVersionId version) {
        return list(ROUND.VERSION_ID.eq(version.value()));
    }

    private List<Round> list(Condition which) {
        return db.selectFrom(ROUND).where(which).orderBy(ROUND.NUMBER.desc()).fetch(RoundRows::round);
    }

    private static Round round(RoundRecord row) {
        return new Round(
                new RoundId(row.getId()),
                new PolicyVersionId(row.getVersionId()),
                row.getAgainstId() == null ? null : new PolicyVersionId(row.getAgainstId()),
                row.getNumber(),
                row.getLocale(),
                row.getRaters(),
                new QueueId(row.getNewQueueId()),
                row.getOldQueueId() == null ? null : new QueueId(row.getOldQueueId()),
                row.getOpenedAt(),
                row.getClosedAt(),
                row.getWithdrawnAt());
    }

    /** The posts of a round, those drawn near the line first. */
    List<RoundPost> posts(RoundId id) {
        return db.selectFrom(ROUND_POST)
                .where(ROUND_POST.ROUND_ID.eq(id.value()))
                .orderBy(ROUND_POST.REASON.eq(Drawn.KNOWN.code()), ROUND_POST.REASON, ROUND_POST.POST_ID)
                .fetch(row -> new RoundPost(
                        new PostId(row.getPostId()),
                        Drawn.of(row.getReason()),
                        grade(row.getExpected()),
                        grade(row.getOldGrade()),
                        grade(row.getNewGrade())));
    }

    long seed(RoundId id) {
        return db.select(ROUND.SEED)
                .from(ROUND)
                .where(ROUND.ID.eq(id.value()))
                .fetchSingle()
                .value1();
    }

    /** Ends an open round; false when it has ended already. */
    boolean end(RoundId id, boolean withdrawn, UserId by, Instant at) {
        return db.update(ROUND)
                        .set(withdrawn ? ROUND.WITHDRAWN_AT : ROUND.CLOSED_AT, at)
                        .set(ROUND.CLOSED_BY, by.value())
                        .setNull(ROUND.OPEN_VERSION)
                        .where(ROUND.ID.eq(id.value()), ROUND.OPEN_VERSION.isNotNull())
                        .execute()
                == 1;
    }

    void write(RoundId id, Collection<RoundPost> posts) {
        db.batched(each -> posts.forEach(post -> each.dsl()
                .update(ROUND_POST)
                .set(ROUND_POST.OLD_GRADE, code(post.before()))
                .set(ROUND_POST.NEW_GRADE, code(post.after()))
                .where(
                        ROUND_POST.ROUND_ID.eq(id.value()),
                        ROUND_POST.POST_ID.eq(post.post().value()))
                .execute()));
    }

    void write(RoundId id, Measure measure, Agreement agreement) {
        var row = db.newRecord(AGREEMENT);
        row.setRoundId(id.value());
        row.setMeasure(measure.code());
        row.setItems(agreement.items());
        if (agreement instanceof Agreement.Measured measured) {
            row.setAlpha(measured.alpha());
            row.setLow(measured.low());
            row.setHigh(measured.high());
        }
        row.insert();
    }

    Map<Measure, Agreement> agreements(RoundId id) {
        return db.selectFrom(AGREEMENT)
                .where(AGREEMENT.ROUND_ID.eq(id.value()))
                .fetchMap(row -> Measure.of(row.getMeasure()), row -> {
                    if (row.getAlpha() != null) {
                        return new Agreement.Measured(row.getItems(), row.getAlpha(), row.getLow(), row.getHigh());
                    }
                    return row.getItems() == 0 ? new Agreement.NoPairs() : new Agreement.AllTheSame(row.getItems());
                });
    }

    private static @Nullable JointGrade grade(@Nullable String code) {
        return code == null ? null : JointGrade.of(code);
    }

    private static @Nullable String code(@Nullable JointGrade grade) {
        return grade == null ? null : grade.code();
    }
}
