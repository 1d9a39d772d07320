package org.conjoint.exchange.mapping;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of a foreign data set means as grades and clauses.
 *
 * @param parts the grades that the answer gives to parts; others are completed when the post is known
 */
record Answer(
        Map<Part, PartGrade> parts,
        JointGrade joint,
        Map<Part, Set<String>> clauses,
        Set<String> jointClauses,
        @Nullable String principal,
        @Nullable String reading) {

    static Answer parse(Yaml yaml) {
        var keys = yaml.keys("image", "caption", "audio", "joint", "clauses", "principal", "reading");
        var parts = new EnumMap<Part, PartGrade>(Part.class);
        for (var part : Part.values()) {
            var grade = keys.optional(part.code());
            if (grade != null) {
                parts.put(part, checked(grade, PartGrade::of));
            }
        }
        var clauses = new EnumMap<Part, Set<String>>(Part.class);
        Set<String> joint = Set.of();
        var cited = keys.optional("clauses");
        if (cited != null) {
            var lists = cited.keys("image", "caption", "audio", "joint");
            for (var part : Part.values()) {
                var list = lists.optional(part.code());
                if (list != null) {
                    clauses.put(part, new LinkedHashSet<>(list.texts()));
                }
            }
            var list = lists.optional("joint");
            joint = list == null ? Set.of() : new LinkedHashSet<>(list.texts());
        }
        var principal = keys.text("principal");
        return new Answer(
                parts,
                checked(keys.required("joint"), JointGrade::of),
                clauses,
                joint,
                principal == null && joint.size() == 1 ? joint.iterator().next() : principal,
                keys.text("reading"));
    }

    VerdictForm form(@Nullable String givenReading, @Nullable Confidence confidence) {
        return VerdictForm.builder()
                .grades(parts)
                .joint(joint)
                .clauses(clauses)
                .jointClauses(jointClauses)
                .principal(principal)
                .reading(givenReading == null ? reading : givenReading)
                .confidence(confidence)
                .build();
    }

    private static <T> T checked(Yaml yaml, java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(yaml.text());
        } catch (IllegalArgumentException e) {
            throw yaml.problem(String.valueOf(e.getMessage()));
        }
    }
}
