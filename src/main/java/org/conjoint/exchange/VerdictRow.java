package org.conjoint.exchange;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of an export: a verdict with its lineage. Documented by {@code export-verdict.schema.json}. */
@JsonPropertyOrder({"type", "id", "revision", "family", "split"})
record VerdictRow(
        String type,
        String family,
        String split,
        long id,
        int revision,
        long submission,
        @Nullable String externalId,
        @Nullable String queue,
        String rater,
        Instant submittedAt,
        long activeMs,
        PostPart post,
        Policy policy,
        SortedMap<String, String> grades,
        SortedMap<String, List<Clause>> clauses,
        @Nullable String principal,
        @Nullable String reading,
        String composition,
        List<List<String>> sufficientSets,
        List<String> necessary,
        SortedMap<String, String> pairs,
        SortedMap<String, Relation> relations,
        List<String> defusers,
        List<String> audioChannels,
        @Nullable String stance,
        @Nullable String benignReason,
        @Nullable String confidence,
        @Nullable String targetKind,
        @Nullable List<String> knowledgeNeeded,
        @Nullable String knowledgeHad,
        @Nullable String secondReading,
        @Nullable String noteToAuthor,
        @Nullable JsonNode evidence,
        boolean stoppedEarly) {

    /** The post as the rater saw it. */
    record PostPart(
            String id,
            @Nullable String source,
            int revision,
            @Nullable String caption,
            @Nullable String altText,
            @Nullable String language,
            @Nullable String author,
            @Nullable Instant createdAt,
            @Nullable String transcript,
            @Nullable Medium image,
            @Nullable Medium audio,
            @Nullable Medium video,
            @Nullable Medium sensors) {}

    /** A medium, by the SHA-256 of the bytes that came in. */
    record Medium(String sha256) {}

    /** The wording that the verdict was made under. */
    record Policy(String slug, String version, String jurisdiction, String locale, String textSha256) {}

    /** A clause cited: its stable id, the wording's id here, and the SHA-256 of its text in the locale seen. */
    record Clause(String id, long version, String textSha256) {}

    /** How two parts relate, and in what they contradict each other. */
    record Relation(String relation, @Nullable String contradiction) {}
}
