package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Paragraph;
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
        var chapters = chapters(sections, locale, canonical);
        if (chapters.isEmpty()) {
            return Optional.empty();
        }
        var at = chapters.get();
        var text = new PolicyText(
                locale,
                sourceHash,
                sections.getFirst().title(),
                headings(at),
                prose(at, PolicySection.PURPOSE),
                prose(at, PolicySection.TERMS),
                passages(at, PolicySection.VIOLATES, description.clauseIds()),
                passages(at, PolicySection.ALLOWED, description.exemptionIds()),
                has(at, PolicySection.TOGETHER) ? Optional.of(prose(at, PolicySection.TOGETHER)) : Optional.empty(),
                examples(chapter(at, PolicySection.EXAMPLES).head(), matter.bodyLine()),
                has(at, PolicySection.CULTURE) ? Optional.of(prose(at, PolicySection.CULTURE)) : Optional.empty(),
                Canonical.hash(matter.body()));
        var form = CanonicalJson.of(matter.mapping()) + "\n" + matter.body();
        return Optional.of(new ReadText(text, PolicyDocument.of(source.source(), form)));
    }

    private Optional<String> identity(Fields fields, String locale, boolean canonical) {
        same(fields, "policy", description.slug());
        same(fields, "version", description.version());
        same(fields, "locale", locale);
        same(fields, "kind", canonical ? "canonical" : "translation");
        Optional<String> sourceHash = Optional.empty();
        if (!canonical) {
            same(fields, "source_locale", description.canonicalLocale());
            fields.text("source_version", VersionNumber.SHAPE, "a version number such as 1.0.0");
            sourceHash = Optional.of(fields.text("source_hash", HASH, "sha256: and 64 hex digits"))
                    .map(hash -> hash.replace("sha256:", ""));
        }
        fields.close();
        return sourceHash;
    }

    private void same(Fields fields, String name, String expected) {
        var found = fields.text(name);
        if (!found.isEmpty() && !found.equals(expected)) {
            fields.problem(name, "%s is “%s”".formatted(name, found), "write %s: %s".formatted(name, expected));
        }
    }

    /** A section of the second level with those of the third under it. */
    private record Chapter(PolicySection part, Section head, List<Section> under) {}

    private Optional<List<Chapter>> chapters(List<Section> sections, String locale, boolean canonical) {
        if (sections.isEmpty()
                || sections.getFirst().level() != 1
                || !sections.getFirst().blocks().isEmpty()) {
            problems.add(file, 1, "the body does not begin with the title alone", "begin with: # Name of the policy");
            return Optional.empty();
        }
        var parts = new ArrayList<>(List.of(PolicySection.values()));
        if (canonical) {
            parts.remove(PolicySection.CULTURE);
        }
        if (description.modalities().size() < 2) {
            parts.remove(PolicySection.TOGETHER);
        }
        var chapters = new ArrayList<Chapter>();
        for (var section : sections.subList(1, sections.size())) {
            if (section.level() == 3 && !chapters.isEmpty()) {
                chapters.getLast().under().add(section);
            } else if (section.level() == 2 && chapters.size() < parts.size()) {
                var part = parts.get(chapters.size());
                if (locale.equals("en") && !section.title().equals(part.english())) {
                    problems.add(
                            file,
                            section.line(),
                            "the section “%s” stands where “%s” belongs".formatted(section.title(), part.english()),
                            "write the sections in the order of docs/formats/policy.md");
                    return Optional.empty();
                }
                chapters.add(new Chapter(part, section, new ArrayList<>()));
            } else {
                problems.add(file, section.line(), "this heading has no place", "remove it or change its level");
                return Optional.empty();
            }
        }
        if (chapters.size() < parts.size()) {
            problems.add(
                    file,
                    sections.getLast().line(),
                    "the section “%s” is missing after here"
                            .formatted(parts.get(chapters.size()).english()),
                    "add it");
            return Optional.empty();
        }
        return Optional.of(chapters);
    }

    private static Map<PolicySection, String> headings(List<Chapter> chapters) {
        var headings = new EnumMap<PolicySection, String>(PolicySection.class);
        chapters.forEach(chapter -> headings.put(chapter.part(), chapter.head().title()));
        return headings;
    }

    private static boolean has(List<Chapter> chapters, PolicySection part) {
        return chapters.stream().anyMatch(chapter -> chapter.part() == part);
    }

    private static Chapter chapter(List<Chapter> chapters, PolicySection part) {
        return chapters.stream()
                .filter(chapter -> chapter.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private String prose(List<Chapter> chapters, PolicySection part) {
        var chapter = chapter(chapters, part);
        if (chapter.head().blocks().isEmpty()) {
            problems.add(file, chapter.head().line(), "the section is empty", "write it");
        }
        for (var section : chapter.under()) {
            problems.add(
                    file, section.line(), "only clauses and exceptions have headings of their own", "write it as text");
        }
        return chapter.head().markdown();
    }

    private List<Passage> passages(List<Chapter> chapters, PolicySection part, List<String> ids) {
        var chapter = chapter(chapters, part);
        if (!chapter.head().blocks().isEmpty()) {
            problems.add(
                    file,
                    chapter.head().line() + 1,
                    "there is text before the first id",
                    "move it under a heading with an id");
        }
        var passages = new ArrayList<Passage>();
        for (var section : chapter.under()) {
            var space = section.title().indexOf(' ');
            if (space < 0) {
                problems.add(
                        file, section.line(), "the heading has no id with a title", "write it like ### ABC-1.1 Title");
                continue;
            }
            passages.add(passage(section, space, part == PolicySection.VIOLATES));
        }
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

    private Passage passage(Section section, int space, boolean tested) {
        var quotes = section.blocks().stream()
                .filter(BlockQuote.class::isInstance)
                .map(BlockQuote.class::cast)
                .toList();
        if (quotes.size() != (tested ? 1 : 0)) {
            problems.add(
                    file,
                    section.line(),
                    "there are %d questions (lines with >)".formatted(quotes.size()),
                    tested
                            ? "ask exactly one yes/no question, on a line that begins with >"
                            : "only clauses have a question");
        }
        if (section.blocks().size() == quotes.size()) {
            problems.add(file, section.line(), "there is no text under the heading", "write it");
        }
        var question = quotes.size() == 1 ? question(quotes.getFirst(), section) : "";
        var lines =
                section.text().stream().filter(line -> !line.startsWith(">")).toList();
        return new Passage(
                section.title().substring(0, space),
                section.title().substring(space + 1),
                Canonical.block(String.join("\n", lines)),
                question,
                Canonical.hash(Canonical.block("### " + section.title() + "\n" + String.join("\n", section.text()))),
                section.line());
    }

    private String question(BlockQuote quote, Section section) {
        var text = new StringBuilder();
        for (var line : section.text()) {
            if (line.startsWith(">")) {
                text.append(text.isEmpty() ? "" : " ").append(line.substring(1).strip());
            }
        }
        var single = quote.getFirstChild() instanceof Paragraph paragraph && paragraph.getNext() == null;
        if (!single || text.isEmpty() || "?？؟;".indexOf(text.charAt(text.length() - 1)) < 0) {
            problems.add(
                    file,
                    section.line(),
                    "the line with > is not a question",
                    "ask one yes/no question that ends with ?");
        }
        return text.toString();
    }

    private List<ExampleLine> examples(Section section, int bodyLine) {
        if (section.blocks().size() != 1 || !(section.blocks().getFirst() instanceof BulletList list)) {
            problems.add(
                    file,
                    section.line(),
                    "the examples are not one list",
                    "write a line “- ABC-E01: what it shows” for each");
            return List.of();
        }
        var examples = new ArrayList<ExampleLine>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var line = Outline.index(item) + bodyLine;
            var text = new ArrayList<String>();
            var until = item.getNext() == null
                    ? section.line() + section.text().size()
                    : Outline.index(item.getNext()) + bodyLine - 1;
            for (var at = line; at <= until; at++) {
                text.add(section.text().get(at - section.line() - 1).strip());
            }
            var joined = String.join(" ", text).strip().substring(1).strip();
            var colon = joined.indexOf(": ");
            if (colon < 0) {
                problems.add(file, line, "the example has no id", "write it like “- ABC-E01: what it shows”");
                continue;
            }
            examples.add(new ExampleLine(joined.substring(0, colon), joined.substring(colon + 2), line));
        }
        return examples;
    }
}
