package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.Outline.Section;
import org.conjoint.policy.files.PolicyText.ExampleLine;
import org.conjoint.policy.files.PolicyText.Passage;

/** Reads one <locale>.md. */
final class TextReader {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    /** A text with its file. */
    record ReadText(PolicyText text, PolicyDocument document) {}

    private final SourceFile source;
    private final String file;
    private final PolicyDescription description;
    private final Problems problems;

    TextReader(SourceFile source, PolicyDescription description, Problems problems) {
        this.source = source;
        this.file = source.name();
        this.description = description;
        this.problems = problems;
    }

    Optional<ReadText> read() {
        return FrontMatter.read(source, problems).flatMap(this::read);
    }

    private Optional<ReadText> read(FrontMatter matter) {
        var locale = file.substring(0, file.length() - ".md".length());
        var canonical = locale.equals(description.canonicalLocale());
        var sourceHash = identity(matter.fields(), locale, canonical);
        var sections = Outline.of(file, matter.bodyLine(), matter.body(), problems);
        var expected = Chapters.expected(canonical, description.modalities().size() > 1);
        var chapters = Chapters.of(file, sections, expected, locale.equals("en"), problems);
        if (chapters.isEmpty()) {
            return Optional.empty();
        }
        var at = chapters.get();
        var form = CanonicalJson.of(matter.mapping()) + "\n" + matter.body();
        var document = PolicyDocument.of(source.source(), form);
        var text = new PolicyText(
                locale,
                sourceHash,
                sections.getFirst().title(),
                at.headings(),
                prose(at, PolicySection.PURPOSE),
                prose(at, PolicySection.TERMS),
                passages(at, PolicySection.VIOLATES, description.clauseIds()),
                passages(at, PolicySection.ALLOWED, description.exemptionIds()),
                at.has(PolicySection.TOGETHER) ? Optional.of(prose(at, PolicySection.TOGETHER)) : Optional.empty(),
                examples(at.chapter(PolicySection.EXAMPLES).head()),
                at.has(PolicySection.CULTURE) ? Optional.of(prose(at, PolicySection.CULTURE)) : Optional.empty(),
                Canonical.hash(matter.body()),
                document.hash());
        return Optional.of(new ReadText(text, document));
    }

    private Optional<String> identity(Fields fields, String locale, boolean canonical) {
        fields.same("policy", description.slug());
        fields.same("version", description.version());
        fields.same("locale", locale);
        fields.same("kind", canonical ? "canonical" : "translation");
        var sourceHash = canonical ? Optional.<String>empty() : translatedFrom(fields, description);
        fields.close();
        return sourceHash;
    }

    /** The body hash of the text from which a translation was made. */
    static Optional<String> translatedFrom(Fields fields, PolicyDescription description) {
        fields.same("source_locale", description.canonicalLocale());
        fields.text("source_version", VersionNumber.SHAPE, "a version number such as 1.0.0");
        return Optional.of(fields.text("source_hash", HASH, "sha256: and 64 hex digits"))
                .map(hash -> hash.replace("sha256:", ""));
    }

    private String prose(Chapters chapters, PolicySection part) {
        var chapter = chapters.chapter(part);
        if (chapter.head().blocks().isEmpty()) {
            problems.add(file, chapter.head().line(), "the section is empty", "write it");
        }
        for (var section : chapter.under()) {
            problems.add(
                    file, section.line(), "only clauses and exceptions have headings of their own", "write it as text");
        }
        return chapter.head().markdown();
    }

    private List<Passage> passages(Chapters chapters, PolicySection part, List<String> ids) {
        var chapter = chapters.chapter(part);
        var passages = new Passages(file, problems).read(chapter, part == PolicySection.VIOLATES);
        var found = passages.stream().map(Passage::id).toList();
        if (!found.equals(ids)) {
            problems.add(
                    file,
                    chapter.head().line(),
                    "the ids here are %s, and in policy.yaml %s".formatted(found, ids),
                    "make both lists the same, in the same order");
        }
        return passages;
    }

    private List<ExampleLine> examples(Section section) {
        if (!ExampleLines.isList(section)) {
            problems.add(
                    file,
                    section.line(),
                    "the examples are not one list",
                    "write a line “- ABC-E01: what it shows” for each");
        }
        var examples = new ArrayList<ExampleLine>();
        for (var line : ExampleLines.of(section)) {
            if (line.id().isEmpty()) {
                problems.add(file, line.line(), "the example has no id", "write it like “- ABC-E01: what it shows”");
                continue;
            }
            examples.add(new ExampleLine(line.id(), line.text(), line.line()));
        }
        return examples;
    }
}
