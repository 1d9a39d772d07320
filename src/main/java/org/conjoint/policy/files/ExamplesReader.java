package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.policy.files.ExampleEntry.Medium;
import org.conjoint.policy.files.ExampleEntry.Purpose;

/** Reads examples.yaml. */
final class ExamplesReader {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ExamplesReader() {}

    static List<ExampleEntry> read(Fields fields) {
        fields.text("policy");
        var examples = new ArrayList<ExampleEntry>();
        for (var entry : fields.list("examples")) {
            examples.add(example(entry));
        }
        fields.close();
        return examples;
    }

    private static ExampleEntry example(Fields entry) {
        var post = entry.fields("post");
        var grades = entry.fields("grades");
        var cited = entry.fields("clauses");
        var example = new ExampleEntry(
                entry.text("id"),
                entry.text("clause"),
                entry.choice("purpose", ExamplesReader::purpose).orElse(Purpose.TEACH),
                post.text("language"),
                media(post),
                grades(grades),
                grades.choice("joint", JointGrade::of).orElse(JointGrade.CANNOT_TELL),
                cited(cited),
                cited.optionalTexts("joint"),
                entry.optionalText("principal"),
                entry.choice("composition", Composition::of).orElse(Composition.UNDETERMINED),
                entry.text("reading"),
                entry.text("rationale"),
                entry.optionalText("exception"),
                entry.optionalText("twin_of"),
                part(entry),
                entry.text("valid_from", VersionNumber.SHAPE, "a version number such as 1.0.0"),
                entry.optionalText("valid_to"),
                entry.line());
        post.close();
        grades.close();
        cited.close();
        entry.close();
        return example;
    }

    private static Purpose purpose(String code) {
        return switch (code) {
            case "teach" -> Purpose.TEACH;
            case "gold" -> Purpose.GOLD;
            default ->
                throw new IllegalArgumentException("“%s” is not a purpose; use one of teach, gold".formatted(code));
        };
    }

    private static Map<Part, Medium> media(Fields post) {
        var media = new EnumMap<Part, Medium>(Part.class);
        post.optionalText("caption")
                .ifPresent(text -> media.put(
                        Part.CAPTION, new Medium(text, Optional.empty(), Optional.empty(), Optional.empty())));
        post.optionalFields("image").ifPresent(image -> {
            media.put(
                    Part.IMAGE,
                    new Medium(image.text("shows"), image.optionalText("text"), Optional.empty(), sha256(image)));
            image.close();
        });
        post.optionalFields("audio").ifPresent(audio -> {
            var channel = audio.choice("channel", ExamplesReader::channel);
            media.put(Part.AUDIO, new Medium(audio.text("heard"), Optional.empty(), channel, sha256(audio)));
            audio.close();
        });
        return media;
    }

    private static Optional<String> sha256(Fields medium) {
        var hash = medium.optionalText("sha256");
        hash.filter(text -> !SHA256.matcher(text).matches())
                .ifPresent(text ->
                        medium.problem("sha256", "the hash is not 64 hex digits", "write the SHA-256 of the medium"));
        return hash;
    }

    private static String channel(String code) {
        if (List.of("words", "voice", "music", "sound").contains(code)) {
            return code;
        }
        throw new IllegalArgumentException(
                "“%s” is not a channel; use one of words, voice, music, sound".formatted(code));
    }

    private static Map<Part, PartGrade> grades(Fields grades) {
        var map = new EnumMap<Part, PartGrade>(Part.class);
        for (var part : Part.values()) {
            map.put(part, grades.choice(part.code(), PartGrade::of).orElse(PartGrade.CANNOT_TELL));
        }
        return map;
    }

    private static Map<Part, List<String>> cited(Fields cited) {
        var map = new EnumMap<Part, List<String>>(Part.class);
        for (var part : Part.values()) {
            map.put(part, cited.optionalTexts(part.code()));
        }
        return map;
    }

    private static Optional<Part> part(Fields entry) {
        return entry.optionalText("changed_part").flatMap(code -> {
            try {
                return Optional.of(Part.of(code.toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                entry.problem("changed_part", String.valueOf(e.getMessage()), "name the part that differs");
                return Optional.empty();
            }
        });
    }
}
