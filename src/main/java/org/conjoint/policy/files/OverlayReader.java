package org.conjoint.policy.files;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.PolicyText.Passage;

/** Reads one overlay.<code>.md or overlay.<code>.<locale>.md. */
final class OverlayReader {
    private static final int LONGEST_GROUND = 400;

    /** An overlay with its file. */
    record ReadOverlay(PolicyOverlay overlay, PolicyDocument document) {}

    private final SourceFile source;
    private final String file;
    private final OverlayName name;
    private final PolicyDescription description;
    private final Problems problems;

    OverlayReader(SourceFile source, OverlayName name, PolicyDescription description, Problems problems) {
        this.source = source;
        this.file = source.name();
        this.name = name;
        this.description = description;
        this.problems = problems;
    }

    Optional<ReadOverlay> read() {
        return FrontMatter.read(source, problems).flatMap(this::read);
    }

    private Optional<ReadOverlay> read(FrontMatter matter) {
        var fields = matter.fields();
        var locale = name.locale().orElse(description.canonicalLocale());
        fields.same("policy", description.slug());
        fields.same("version", description.version());
        fields.same("jurisdiction", name.jurisdiction());
        fields.same("locale", locale);
        fields.same("kind", "overlay");
        var ground = ground(fields);
        var sourceHash =
                name.locale().isPresent() ? TextReader.translatedFrom(fields, description) : Optional.<String>empty();
        fields.close();
        place();
        var sections = Outline.of(file, matter.bodyLine(), matter.body(), problems);
        var chapters = Chapters.of(file, sections, List.of(PolicySection.VIOLATES), locale.equals("en"), problems);
        if (chapters.isEmpty()) {
            return Optional.empty();
        }
        var document = PolicyDocument.of(source.source(), CanonicalJson.of(matter.mapping()) + "\n" + matter.body());
        var overlay = new PolicyOverlay(
                file,
                name.jurisdiction(),
                ground,
                locale,
                sourceHash,
                sections.getFirst().title(),
                clauses(chapters.get().chapter(PolicySection.VIOLATES)),
                Canonical.hash(matter.body()),
                document.hash());
        return Optional.of(new ReadOverlay(overlay, document));
    }

    private String ground(Fields fields) {
        var ground = fields.text("legal_ground").strip().replaceAll("\\s*\n\\s*", " ");
        if (ground.length() > LONGEST_GROUND) {
            fields.problem(
                    "legal_ground",
                    "the legal ground has %,d characters, more than %d".formatted(ground.length(), LONGEST_GROUND),
                    "name the law or the order shortly");
        }
        return ground;
    }

    /** Whether there can be an overlay of this name. */
    private void place() {
        name.locale()
                .filter(locale -> locale.equals(description.canonicalLocale())
                        || !description.locales().contains(locale))
                .ifPresent(locale -> problems.add(
                        file,
                        1,
                        "the policy has no translation into “%s”".formatted(locale),
                        "translate overlays only into the other locales of policy.yaml"));
        var country = name.jurisdiction().substring(0, 2);
        if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
            problems.add(
                    file,
                    1,
                    country + " is not a country of ISO 3166",
                    "name the file after one, such as overlay.at.md");
        }
        var whole = description.jurisdiction();
        if (!whole.equals("global") && !name.jurisdiction().startsWith(whole + "-")) {
            problems.add(
                    file,
                    1,
                    "the policy holds in %s alone, and %s is no part of it".formatted(whole, name.jurisdiction()),
                    "remove the overlay, or write the policy for a wider jurisdiction");
        }
    }

    private List<Passage> clauses(Chapters.Chapter chapter) {
        var clauses = new Passages(file, problems).read(chapter, true);
        if (clauses.isEmpty()) {
            problems.add(file, chapter.head().line(), "it replaces no clause", "add one, or remove the file");
        }
        var ids = description.clauseIds();
        var seen = new HashSet<String>();
        var last = -1;
        for (var clause : clauses) {
            var at = ids.indexOf(clause.id());
            if (at < 0) {
                problems.add(file, clause.line(), "there is no clause " + clause.id(), "replace one of policy.yaml");
            } else if (!seen.add(clause.id())) {
                problems.add(file, clause.line(), clause.id() + " stands here twice", "keep one of them");
            } else if (at < last) {
                problems.add(
                        file,
                        clause.line(),
                        clause.id() + " stands behind a later clause",
                        "keep the order of policy.yaml");
            }
            last = Math.max(last, at);
        }
        return clauses;
    }
}
