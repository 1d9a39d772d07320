package org.conjoint.moderation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conjoint.evidence.EvidenceJson;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form as JSON, the same bytes for the same form, for drafts and for the hash of what was submitted. */
final class VerdictJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private VerdictJson() {}

    static String write(VerdictForm form) {
        var root = JSON.createObjectNode();
        var grades = root.putObject("grades");
        for (var part : Part.values()) {
            put(grades, part.code(), form.grades().get(part), PartGrade::code);
        }
        put(grades, "joint", form.joint(), JointGrade::code);
        var clauses = root.putObject("clauses");
        for (var part : Part.values()) {
            putAll(clauses, part.code(), form.clauses(part));
        }
        putAll(clauses, "joint", form.jointClauses());
        put(root, "principal", form.principal(), Function.identity());
        put(root, "reading", form.reading(), Function.identity());
        var pairs = root.putObject("pairs");
        for (var pair : Pair.values()) {
            put(pairs, pair.code(), form.pairs().get(pair), PairAnswer::code);
        }
        var relations = root.putObject("relations");
        for (var pair : Pair.values()) {
            put(relations, pair.code(), form.relations().get(pair), StatedRelation::code);
        }
        putAll(root, "defusers", form.defusers().stream().map(Part::code).toList());
        putAll(
                root,
                "audio_channels",
                form.audioChannels().stream().map(AudioChannel::code).toList());
        put(root, "stance", form.stance(), Stance::code);
        put(root, "benign_reason", form.benignReason(), BenignReason::code);
        put(root, "confidence", form.confidence(), Confidence::code);
        put(root, "target_kind", form.targetKind(), TargetKind::code);
        putAll(
                root,
                "knowledge_needed",
                form.knowledgeNeeded().stream().map(Knowledge::code).toList());
        put(root, "knowledge_had", form.knowledgeHad(), KnowledgeHad::code);
        put(root, "second_reading", form.secondReading(), Function.identity());
        put(root, "note_to_author", form.noteToAuthor(), Function.identity());
        if (!form.evidence().isEmpty()) {
            root.set("evidence", EvidenceJson.write(form.evidence()));
        }
        if (form.stoppedEarly()) {
            root.put("stopped_early", true);
        }
        return root.toString();
    }

    /** @throws IllegalArgumentException when it is not a form */
    static VerdictForm read(String json) {
        var root = JSON.readTree(json);
        var grades = root.path("grades");
        var clauses = new HashMap<Part, Set<String>>();
        for (var part : Part.values()) {
            clauses.put(part, strings(root.path("clauses").path(part.code()), Function.identity()));
        }
        return VerdictForm.builder()
                .grades(byPart(grades, PartGrade::of))
                .joint(optional(grades, "joint", JointGrade::of))
                .clauses(clauses)
                .jointClauses(strings(root.path("clauses").path("joint"), Function.identity()))
                .principal(optional(root, "principal", Function.identity()))
                .reading(optional(root, "reading", Function.identity()))
                .pairs(byPair(root.path("pairs"), PairAnswer::of))
                .relations(byPair(root.path("relations"), StatedRelation::of))
                .defusers(strings(root.path("defusers"), Part::of))
                .audioChannels(strings(root.path("audio_channels"), AudioChannel::of))
                .stance(optional(root, "stance", Stance::of))
                .benignReason(optional(root, "benign_reason", BenignReason::of))
                .confidence(optional(root, "confidence", Confidence::of))
                .targetKind(optional(root, "target_kind", TargetKind::of))
                .knowledgeNeeded(strings(root.path("knowledge_needed"), Knowledge::of))
                .knowledgeHad(optional(root, "knowledge_had", KnowledgeHad::of))
                .secondReading(optional(root, "second_reading", Function.identity()))
                .noteToAuthor(optional(root, "note_to_author", Function.identity()))
                .evidence(EvidenceJson.read(root.path("evidence")))
                .stoppedEarly(root.path("stopped_early").asBoolean(false))
                .build();
    }

    private static <T> void put(ObjectNode node, String name, @Nullable T value, Function<T, String> code) {
        if (value != null) {
            node.put(name, code.apply(value));
        }
    }

    private static void putAll(ObjectNode node, String name, Collection<String> codes) {
        if (!codes.isEmpty()) {
            ArrayNode array = node.putArray(name);
            codes.stream().sorted().forEach(array::add);
        }
    }

    private static <T> @Nullable T optional(JsonNode node, String name, Function<String, T> of) {
        var value = node.path(name);
        return value.isString() ? of.apply(value.asString()) : null;
    }

    private static <T> Map<Part, T> byPart(JsonNode node, Function<String, T> of) {
        var map = new EnumMap<Part, T>(Part.class);
        for (var part : Part.values()) {
            var value = optional(node, part.code(), of);
            if (value != null) {
                map.put(part, value);
            }
        }
        return map;
    }

    private static <T> Map<Pair, T> byPair(JsonNode node, Function<String, T> of) {
        var map = new EnumMap<Pair, T>(Pair.class);
        for (var pair : Pair.values()) {
            var value = optional(node, pair.code(), of);
            if (value != null) {
                map.put(pair, value);
            }
        }
        return map;
    }

    private static <T> Set<T> strings(JsonNode node, Function<String, T> of) {
        return node.valueStream().map(JsonNode::asString).map(of).collect(Collectors.toUnmodifiableSet());
    }
}
