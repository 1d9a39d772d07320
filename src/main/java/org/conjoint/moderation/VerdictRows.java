package org.conjoint.moderation;

import static org.conjoint.jooq.moderation.Tables.CITED_CLAUSE;
import static org.conjoint.jooq.moderation.Tables.EVIDENCE;
import static org.conjoint.jooq.moderation.Tables.VERDICT;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.conjoint.content.PostId;
import org.conjoint.evidence.Evidence;
import org.conjoint.evidence.EvidenceJson;
import org.conjoint.jooq.moderation.tables.records.CitedClauseRecord;
import org.conjoint.jooq.moderation.tables.records.VerdictRecord;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.Stance;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.meaning.TargetKind;
import org.conjoint.policy.ClauseVersionId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of verdicts. */
@Repository
class VerdictRows {

    private static final String JOINT = "joint";
    private static final Condition STANDING = VERDICT.SUPERSEDED_AT.isNull();
    /** A verdict on its post, which tries nothing out. */
    private static final Condition COUNTS = VERDICT.TRIAL.isFalse();

    private static final Map<Part, Field<String>> GRADES = new EnumMap<>(Map.of(
            Part.IMAGE, VERDICT.GRADE_IMAGE,
            Part.CAPTION, VERDICT.GRADE_CAPTION,
            Part.AUDIO, VERDICT.GRADE_AUDIO));

    private static final Map<Pair, Field<String>> PAIRS = new EnumMap<>(Map.of(
            Pair.IMAGE_CAPTION, VERDICT.PAIR_IMAGE_CAPTION,
            Pair.CAPTION_AUDIO, VERDICT.PAIR_CAPTION_AUDIO,
            Pair.IMAGE_AUDIO, VERDICT.PAIR_IMAGE_AUDIO));

    private static final Map<Pair, Field<String>> RELATIONS = new EnumMap<>(Map.of(
            Pair.IMAGE_CAPTION, VERDICT.RELATION_IMAGE_CAPTION,
            Pair.CAPTION_AUDIO, VERDICT.RELATION_CAPTION_AUDIO,
            Pair.IMAGE_AUDIO, VERDICT.RELATION_IMAGE_AUDIO));

    private static final List<Field<?>> CITED_FIELDS = List.of(
            CITED_CLAUSE.VERDICT_ID,
            CITED_CLAUSE.REVISION,
            CITED_CLAUSE.SCOPE,
            CITED_CLAUSE.CLAUSE_VERSION_ID,
            CITED_CLAUSE.CLAUSE_ID,
            CITED_CLAUSE.TEXT_HASH);

    // formatter:off
    private static final Field<List<CitedClause>> CITED = multiset(
            select(CITED_CLAUSE.SCOPE, CITED_CLAUSE.CLAUSE_VERSION_ID, CITED_CLAUSE.CLAUSE_ID, CITED_CLAUSE.TEXT_HASH)
            .from(CITED_CLAUSE)
            .where(CITED_CLAUSE.VERDICT_ID.eq(VERDICT.ID), CITED_CLAUSE.REVISION.eq(VERDICT.REVISION))
            .orderBy(CITED_CLAUSE.SCOPE, CITED_CLAUSE.CLAUSE_ID))
        .as("cited")
        .convertFrom(VerdictRows::cited);
    // formatter:on

    private final DSLContext db;

    VerdictRows(DSLContext db) {
        this.db = db;
    }

    /** Inserts a revision with the clauses that it cites; in one statement where the database can. */
    void insert(Verdict verdict) {
        var row = db.insertInto(VERDICT).set(row(verdict));
        if (verdict.cited().isEmpty()) {
            row.execute();
        } else if (db.dialect().family() == SQLDialect.POSTGRES) {
            var written = name("written").as(row.returning(VERDICT.ID));
            cite(verdict, db.with(written).insertInto(CITED_CLAUSE, CITED_FIELDS));
        } else {
            row.execute();
            cite(verdict, db.insertInto(CITED_CLAUSE, CITED_FIELDS));
        }
        if (!verdict.form().evidence().isEmpty()) {
            db.insertInto(EVIDENCE)
                    .set(EVIDENCE.VERDICT_ID, verdict.id().value())
                    .set(EVIDENCE.REVISION, verdict.revision())
                    .set(
                            EVIDENCE.BODY,
                            EvidenceJson.write(verdict.form().evidence()).toString())
                    .execute();
        }
    }

    private static void cite(Verdict verdict, InsertValuesStepN<CitedClauseRecord> into) {
        var insert = into;
        for (var clause : verdict.cited()) {
            insert = insert.values(
                    verdict.id().value(),
                    verdict.revision(),
                    clause.part() == null ? JOINT : clause.part().code(),
                    clause.version().value(),
                    clause.clauseId(),
                    clause.textHash());
        }
        insert.execute();
    }

    private VerdictRecord row(Verdict verdict) {
        var form = verdict.form();
        var row = db.newRecord(VERDICT);
        row.setId(verdict.id().value());
        row.setRevision(verdict.revision());
        row.setSubmissionId(verdict.submissionId());
        row.setExternalId(verdict.externalId());
        row.setPostId(verdict.post().value());
        row.setPostRevision(verdict.postRevision());
        row.setQueueId(verdict.queue() == null ? null : verdict.queue().value());
        row.setTrial(verdict.trial());
        row.setRaterId(verdict.rater().value());
        row.setPolicyVersionId(verdict.policyVersion().value());
        row.setLocale(verdict.locale());
        GRADES.forEach((part, field) -> row.set(field, code(form.grades().get(part), PartGrade::code)));
        row.setGradeJoint(code(form.joint(), JointGrade::code));
        row.setStoppedEarly(form.stoppedEarly());
        row.setPrincipal(form.principal());
        row.setReading(form.reading());
        PAIRS.forEach((pair, field) -> row.set(field, code(form.pairs().get(pair), PairAnswer::code)));
        RELATIONS.forEach((pair, field) -> row.set(field, code(form.relations().get(pair), StatedRelation::code)));
        row.setDefusers(Columns.join(form.defusers(), Part::code));
        row.setAudioChannels(Columns.join(form.audioChannels(), AudioChannel::code));
        row.setStance(code(form.stance(), Stance::code));
        row.setBenignReason(code(form.benignReason(), BenignReason::code));
        row.setConfidence(code(form.confidence(), Confidence::code));
        row.setTargetKind(code(form.targetKind(), TargetKind::code));
        row.setKnowledgeNeeded(Columns.join(form.knowledgeNeeded(), Knowledge::code));
        row.setKnowledgeHad(code(form.knowledgeHad(), KnowledgeHad::code));
        row.setSecondReading(form.secondReading());
        row.setNoteToAuthor(form.noteToAuthor());
        row.setAttention(verdict.attention().equals(Attention.NONE) ? null : AttentionJson.write(verdict.attention()));
        row.setComposition(verdict.composition().code());
        row.setSufficientSets(Columns.partSets(verdict.carriers().sufficientSets()));
        row.setNecessary(Columns.parts(verdict.carriers().necessary()));
        row.setActiveMillis(verdict.activeMillis());
        row.setSubmittedAt(verdict.submittedAt());
        return row;
    }

    /** Marks the standing revision as superseded. @return whether there was one */
    boolean supersede(VerdictId id, Instant at) {
        return db.update(VERDICT)
                        .set(VERDICT.SUPERSEDED_AT, at)
                        .where(VERDICT.ID.eq(id.value()), STANDING)
                        .execute()
                == 1;
    }

    Optional<Verdict> standing(VerdictId id) {
        return fetch(VERDICT.ID.eq(id.value()).and(STANDING), VERDICT.ID.asc(), 1).stream()
                .findFirst();
    }

    Optional<Verdict> revision(VerdictId id, int revision) {
        return fetch(VERDICT.ID.eq(id.value()).and(VERDICT.REVISION.eq(revision)), VERDICT.ID.asc(), 1).stream()
                .findFirst();
    }

    List<Verdict> history(VerdictId id) {
        return fetch(VERDICT.ID.eq(id.value()), VERDICT.REVISION.desc(), Integer.MAX_VALUE);
    }

    List<Verdict> byPosts(Collection<PostId> posts) {
        var ids = posts.stream().map(PostId::value).toList();
        return fetch(VERDICT.POST_ID.in(ids).and(STANDING).and(COUNTS), VERDICT.ID.asc(), Integer.MAX_VALUE);
    }

    List<Verdict> byRater(UserId rater, @Nullable VerdictId before, int limit) {
        var older = before == null ? noCondition() : VERDICT.ID.lt(before.value());
        return fetch(VERDICT.RATER_ID.eq(rater.value()).and(older).and(STANDING), VERDICT.ID.desc(), limit);
    }

    List<Verdict> page(VerdictFilter filter, @Nullable VerdictId after, int limit) {
        var later = after == null ? noCondition() : VERDICT.ID.gt(after.value());
        return fetch(condition(filter).and(later).and(STANDING).and(COUNTS), VERDICT.ID.asc(), limit);
    }

    long count(VerdictFilter filter) {
        return db.fetchCount(VERDICT, condition(filter).and(STANDING).and(COUNTS));
    }

    private static Condition condition(VerdictFilter filter) {
        return filter.queue() == null
                ? noCondition()
                : VERDICT.QUEUE_ID.eq(filter.queue().value());
    }

    private List<Verdict> fetch(Condition which, SortField<?> order, int limit) {
        return db.select(VERDICT.asterisk(), CITED, EVIDENCE.BODY)
                .from(VERDICT)
                .leftJoin(EVIDENCE)
                .on(EVIDENCE.VERDICT_ID.eq(VERDICT.ID), EVIDENCE.REVISION.eq(VERDICT.REVISION))
                .where(which)
                .orderBy(order)
                .limit(limit)
                .fetch(VerdictRows::verdict);
    }

    private static Verdict verdict(Record row) {
        var cited = row.get(CITED);
        @Nullable Long queue = row.get(VERDICT.QUEUE_ID);
        return new Verdict(
                new VerdictId(row.get(VERDICT.ID)),
                row.get(VERDICT.REVISION),
                row.get(VERDICT.SUBMISSION_ID),
                row.get(VERDICT.SUPERSEDED_AT),
                row.get(VERDICT.EXTERNAL_ID),
                new PostId(row.get(VERDICT.POST_ID)),
                row.get(VERDICT.POST_REVISION),
                queue == null ? null : new QueueId(queue),
                row.get(VERDICT.TRIAL),
                new UserId(row.get(VERDICT.RATER_ID)),
                new PolicyVersionId(row.get(VERDICT.POLICY_VERSION_ID)),
                row.get(VERDICT.LOCALE),
                form(row, cited),
                cited,
                Composition.of(row.get(VERDICT.COMPOSITION)),
                new Carriers(
                        Columns.partSets(row.get(VERDICT.SUFFICIENT_SETS)), Columns.parts(row.get(VERDICT.NECESSARY))),
                attention(row),
                row.get(VERDICT.SUBMITTED_AT));
    }

    private static VerdictForm form(Record row, List<CitedClause> cited) {
        var clauses = new HashMap<Part, Set<String>>();
        var joint = new TreeSet<String>();
        for (var clause : cited) {
            var part = clause.part();
            var scope = part == null ? joint : clauses.computeIfAbsent(part, p -> new TreeSet<>());
            scope.add(clause.clauseId());
        }
        return VerdictForm.builder()
                .grades(values(row, GRADES, PartGrade::of))
                .joint(JointGrade.of(row.get(VERDICT.GRADE_JOINT)))
                .clauses(clauses)
                .jointClauses(joint)
                .principal(row.get(VERDICT.PRINCIPAL))
                .reading(row.get(VERDICT.READING))
                .pairs(values(row, PAIRS, PairAnswer::of))
                .relations(values(row, RELATIONS, StatedRelation::of))
                .defusers(Columns.split(row.get(VERDICT.DEFUSERS), Part::of))
                .audioChannels(Columns.split(row.get(VERDICT.AUDIO_CHANNELS), AudioChannel::of))
                .stance(of(row.get(VERDICT.STANCE), Stance::of))
                .benignReason(of(row.get(VERDICT.BENIGN_REASON), BenignReason::of))
                .confidence(of(row.get(VERDICT.CONFIDENCE), Confidence::of))
                .targetKind(of(row.get(VERDICT.TARGET_KIND), TargetKind::of))
                .knowledgeNeeded(Columns.split(row.get(VERDICT.KNOWLEDGE_NEEDED), Knowledge::of))
                .knowledgeHad(of(row.get(VERDICT.KNOWLEDGE_HAD), KnowledgeHad::of))
                .secondReading(row.get(VERDICT.SECOND_READING))
                .noteToAuthor(row.get(VERDICT.NOTE_TO_AUTHOR))
                .evidence(evidence(row.get(EVIDENCE.BODY)))
                .stoppedEarly(row.get(VERDICT.STOPPED_EARLY))
                .build();
    }

    private static Evidence evidence(@Nullable String body) {
        return body == null ? Evidence.NONE : EvidenceJson.read(body);
    }

    private static Attention attention(Record row) {
        var seen = row.get(VERDICT.ATTENTION);
        return seen == null ? Attention.of(row.get(VERDICT.ACTIVE_MILLIS)) : AttentionJson.read(seen);
    }

    private static List<CitedClause> cited(Result<Record4<String, Long, String, String>> rows) {
        return rows.map(row -> new CitedClause(
                row.value1().equals(JOINT) ? null : Part.of(row.value1()),
                new ClauseVersionId(row.value2()),
                row.value3(),
                row.value4()));
    }

    private static <K, V> Map<K, V> values(Record row, Map<K, Field<String>> fields, Function<String, V> of) {
        var map = new HashMap<K, V>();
        fields.forEach((key, field) -> {
            var value = of(row.get(field), of);
            if (value != null) {
                map.put(key, value);
            }
        });
        return map;
    }

    private static <T> @Nullable T of(@Nullable String code, Function<String, T> of) {
        return code == null ? null : of.apply(code);
    }

    private static <T> @Nullable String code(@Nullable T value, Function<T, String> code) {
        return value == null ? null : code.apply(value);
    }
}
