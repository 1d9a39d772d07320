package org.conjoint.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conjoint.access.Pseudonyms;
import org.conjoint.content.Family;
import org.conjoint.content.Post;
import org.conjoint.content.PostAt;
import org.conjoint.content.Posts;
import org.conjoint.content.Twins;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.media.MediaId;
import org.conjoint.moderation.CitedClause;
import org.conjoint.moderation.Verdict;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns verdicts into rows of one export; remembers the few policy wordings and queues, not the verdicts. */
final class VerdictRows {

    /** What an export says of one verdict: its row, and an annotation for each link of its evidence. */
    record Exported(VerdictRow row, List<JsonNode> annotations) {}

    /** A policy version in a locale. */
    record WordingKey(PolicyVersionId version, String locale) {}

    private final Posts posts;
    private final Twins twins;
    private final ExportSplit split;
    private final Policies policies;
    private final Pseudonyms pseudonyms;
    private final Map<Long, String> queues = new HashMap<>();
    private final Map<WordingKey, PolicyVersion> wordings = new HashMap<>();

    VerdictRows(Posts posts, Twins twins, Policies policies, Queues queues, Pseudonyms pseudonyms, ExportSplit split) {
        this.posts = posts;
        this.twins = twins;
        this.split = split;
        this.policies = policies;
        this.pseudonyms = pseudonyms;
        queues.list()
                .forEach(queue ->
                        this.queues.put(queue.id().value(), queue.data().name()));
    }

    List<Exported> of(List<Verdict> verdicts) {
        var seen = posts.at(verdicts.stream().map(VerdictRows::at).distinct().toList());
        var families =
                twins.families(verdicts.stream().map(Verdict::post).distinct().toList());
        var rows = new ArrayList<Exported>();
        for (var verdict : verdicts) {
            var post = seen.get(at(verdict));
            if (post == null) {
                throw new IllegalStateException("Verdict %d is about revision %d of post %d, which is not there"
                        .formatted(
                                verdict.id().value(),
                                verdict.postRevision(),
                                verdict.post().value()));
            }
            var row = row(verdict, post, families.get(verdict.post()), wording(verdict));
            rows.add(new Exported(row, ExportedAnnotations.of(verdict, post, row.rater())));
        }
        return rows;
    }

    PolicyVersion wording(Verdict verdict) {
        return wordings.computeIfAbsent(
                new WordingKey(verdict.policyVersion(), verdict.locale()),
                key -> policies.version(key.version(), key.locale())
                        .orElseThrow(() ->
                                new IllegalStateException("Verdict %d was made under version %d, which is not there"
                                        .formatted(
                                                verdict.id().value(),
                                                key.version().value()))));
    }

    private VerdictRow row(Verdict verdict, Post post, @Nullable Family family, PolicyVersion policy) {
        var form = verdict.form();
        var name = family == null ? post.data().externalId() : family.externalId();
        return new VerdictRow(
                "verdict",
                name,
                split.of(name),
                verdict.id().value(),
                verdict.revision(),
                verdict.submissionId(),
                verdict.externalId(),
                queue(verdict.queue()),
                pseudonyms.of(verdict.rater()),
                verdict.submittedAt(),
                verdict.activeMillis(),
                post(post),
                new VerdictRow.Policy(
                        policy.slug(), policy.number(), policy.jurisdiction(), verdict.locale(), policy.textHash()),
                grades(verdict),
                clauses(verdict.cited()),
                form.principal(),
                form.reading(),
                verdict.composition().code(),
                verdict.carriers().sufficientSets().stream()
                        .map(VerdictRows::codes)
                        .toList(),
                codes(verdict.carriers().necessary()),
                keyed(form.pairs(), pair -> pair.code(), answer -> answer.code()),
                keyed(form.relations(), pair -> pair.code(), VerdictRows::relation),
                codes(form.defusers()),
                form.audioChannels().stream()
                        .sorted()
                        .map(channel -> channel.code())
                        .toList(),
                form.stance() == null ? null : form.stance().code(),
                form.benignReason() == null ? null : form.benignReason().code(),
                form.confidence() == null ? null : form.confidence().code(),
                form.targetKind() == null ? null : form.targetKind().code(),
                form.knowledgeNeeded().isEmpty()
                        ? null
                        : form.knowledgeNeeded().stream()
                                .map(each -> each.code())
                                .sorted()
                                .toList(),
                form.knowledgeHad() == null ? null : form.knowledgeHad().code(),
                form.secondReading(),
                form.noteToAuthor(),
                form.evidence().isEmpty() ? null : ExportedEvidence.of(form.evidence(), post),
                form.stoppedEarly());
    }

    private @Nullable String queue(@Nullable QueueId id) {
        return id == null ? null : queues.get(id.value());
    }

    private static PostAt at(Verdict verdict) {
        return new PostAt(verdict.post(), verdict.postRevision());
    }

    static VerdictRow.PostPart post(Post post) {
        var data = post.data();
        var transcript = data.transcript();
        return new VerdictRow.PostPart(
                data.externalId(),
                data.source(),
                post.revision(),
                data.caption(),
                data.altText(),
                data.language(),
                data.author(),
                data.createdAt(),
                transcript == null ? null : transcript.text(),
                medium(data.image()),
                medium(data.audio()),
                medium(data.video()),
                medium(data.sensors()));
    }

    private static VerdictRow.@Nullable Medium medium(@Nullable MediaId id) {
        return id == null ? null : new VerdictRow.Medium(id.sha256());
    }

    private static SortedMap<String, String> grades(Verdict verdict) {
        var grades = keyed(verdict.form().grades(), Part::code, grade -> grade.code());
        var joint = verdict.form().joint();
        if (joint != null) {
            grades.put("joint", joint.code());
        }
        return grades;
    }

    private static SortedMap<String, List<VerdictRow.Clause>> clauses(List<CitedClause> cited) {
        var clauses = new TreeMap<String, List<VerdictRow.Clause>>();
        for (var clause : cited) {
            var part = clause.part();
            clauses.computeIfAbsent(part == null ? "joint" : part.code(), any -> new ArrayList<>())
                    .add(new VerdictRow.Clause(
                            clause.clauseId(), clause.version().value(), clause.textHash()));
        }
        return clauses;
    }

    private static VerdictRow.Relation relation(StatedRelation relation) {
        var contradiction = relation.contradiction();
        return new VerdictRow.Relation(relation.relation().code(), contradiction == null ? null : contradiction.code());
    }

    private static List<String> codes(Collection<Part> parts) {
        return parts.stream().sorted().map(Part::code).toList();
    }

    private static <K, V, T> SortedMap<String, T> keyed(
            Map<K, V> map, java.util.function.Function<K, String> key, java.util.function.Function<V, T> value) {
        var keyed = new TreeMap<String, T>();
        map.forEach((k, v) -> keyed.put(key.apply(k), value.apply(v)));
        return keyed;
    }
}
