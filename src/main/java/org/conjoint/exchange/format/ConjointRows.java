package org.conjoint.exchange.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/** Rows of Conjoint JSONL: {@code docs/formats/conjoint-jsonl.md}. */
final class ConjointRows {
    private static final Set<String> POST = Set.of(
            "type",
            "id",
            "caption",
            "alt_text",
            "language",
            "author",
            "created_at",
            "source",
            "image",
            "audio",
            "video",
            "sensors",
            "transcript",
            "transcript_file",
            "twin_of",
            "changed_part",
            "expected_joint");
    private static final Set<String> VERDICT = Set.of(
            "type",
            "id",
            "post",
            "post_source",
            "rater",
            "policy",
            "version",
            "jurisdiction",
            "locale",
            "grades",
            "clauses",
            "principal",
            "reading",
            "confidence",
            "pairs",
            "submitted_at",
            "answer");
    private static final Set<String> GRADES = Set.of("image", "caption", "audio", "joint");

    private ConjointRows() {}

    static Incoming read(Row.Of row) throws RowRefused {
        var fields = new Fields(row.content());
        return switch (fields.required("type")) {
            case "post" -> post(row.place(), fields);
            case "verdict" -> verdict(row.place(), fields);
            default ->
                throw new RowRefused(
                        "The type is “post” or “verdict”, not “%s”".formatted(Fields.shorten(fields.required("type"))));
        };
    }

    private static Incoming post(Place place, Fields fields) throws RowRefused {
        fields.allow(POST);
        return new Incoming.NewPost(
                place,
                fields.required("id"),
                fields.text("caption"),
                fields.text("alt_text"),
                fields.text("language"),
                fields.text("author"),
                fields.instant("created_at"),
                fields.text("source"),
                fields.text("image"),
                fields.text("audio"),
                fields.text("video"),
                fields.text("sensors"),
                null,
                fields.text("transcript"),
                fields.text("transcript_file"),
                TwinFields.read(fields));
    }

    private static Incoming verdict(Place place, Fields fields) throws RowRefused {
        fields.allow(VERDICT);
        var rater = fields.required("rater");
        var colon = rater.indexOf(':');
        var source = colon < 1 ? "import" : rater.substring(0, colon);
        var locale = fields.text("locale");
        return new Incoming.NewVerdict(
                place,
                fields.required("id"),
                source,
                fields.required("post"),
                fields.text("post_source"),
                rater.substring(colon + 1),
                fields.required("policy"),
                fields.text("version"),
                fields.text("jurisdiction"),
                locale == null ? "en" : locale,
                form(fields),
                fields.instant("submitted_at"),
                fields.text("answer"));
    }

    private static VerdictForm form(Fields fields) throws RowRefused {
        try {
            var grades = fields.object("grades");
            grades.allow(GRADES);
            var confidence = fields.text("confidence");
            return VerdictForm.builder()
                    .grades(partGrades(grades))
                    .joint(JointGrade.of(grades.required("joint")))
                    .clauses(partClauses(fields))
                    .jointClauses(
                            fields.has("clauses") ? fields.object("clauses").texts("joint") : Set.of())
                    .principal(fields.text("principal"))
                    .reading(fields.text("reading"))
                    .pairs(pairs(fields))
                    .confidence(confidence == null ? null : Confidence.of(confidence))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new RowRefused(message(e));
        }
    }

    private static Map<Part, PartGrade> partGrades(Fields grades) throws RowRefused {
        var parts = new EnumMap<Part, PartGrade>(Part.class);
        for (var part : Part.values()) {
            var grade = grades.text(part.code());
            if (grade != null) {
                parts.put(part, PartGrade.of(grade));
            }
        }
        return parts;
    }

    private static Map<Part, Set<String>> partClauses(Fields fields) throws RowRefused {
        var parts = new EnumMap<Part, Set<String>>(Part.class);
        if (fields.has("clauses")) {
            var clauses = fields.object("clauses");
            clauses.allow(GRADES);
            for (var part : Part.values()) {
                var cited = clauses.texts(part.code());
                if (!cited.isEmpty()) {
                    parts.put(part, cited);
                }
            }
        }
        return parts;
    }

    private static Map<Pair, PairAnswer> pairs(Fields fields) throws RowRefused {
        var answers = new EnumMap<Pair, PairAnswer>(Pair.class);
        if (fields.has("pairs")) {
            var pairs = fields.object("pairs");
            for (var name : pairs.names()) {
                answers.put(Pair.of(name), PairAnswer.of(pairs.required(name)));
            }
        }
        return answers;
    }

    static String message(@Nullable Throwable e) {
        return e == null || e.getMessage() == null ? "The row cannot be read" : e.getMessage();
    }
}
