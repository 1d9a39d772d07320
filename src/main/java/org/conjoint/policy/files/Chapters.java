package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.Outline.Section;

/** The sections of a text by what they are for. */
record Chapters(List<Chapter> list) {

    /** A section of the second level with those of the third under it. */
    record Chapter(PolicySection part, Section head, List<Section> under) {}

    /**
     * The sections that a text has, in order.
     *
     * @param canonical whether it is the canonical text
     * @param together whether the policy covers more than one part
     */
    static List<PolicySection> expected(boolean canonical, boolean together) {
        var parts = new ArrayList<>(List.of(PolicySection.values()));
        if (canonical) {
            parts.remove(PolicySection.CULTURE);
        }
        if (!together) {
            parts.remove(PolicySection.TOGETHER);
        }
        return parts;
    }

    /**
     * Reads the sections of a text, or tells what keeps them from being told apart.
     *
     * @param expected what each section of the second level is, in order
     * @param english whether they have to bear their English names
     */
    static Optional<Chapters> of(
            String file, List<Section> sections, List<PolicySection> expected, boolean english, Problems problems) {
        if (sections.isEmpty()
                || sections.getFirst().level() != 1
                || !sections.getFirst().blocks().isEmpty()) {
            problems.add(file, 1, "the body does not begin with the title alone", "begin with: # Name of the policy");
            return Optional.empty();
        }
        var chapters = new ArrayList<Chapter>();
        for (var section : sections.subList(1, sections.size())) {
            if (section.level() == 3 && !chapters.isEmpty()) {
                chapters.getLast().under().add(section);
            } else if (section.level() == 2 && chapters.size() < expected.size()) {
                var part = expected.get(chapters.size());
                if (english && !section.title().equals(part.english())) {
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
        if (chapters.size() < expected.size()) {
            problems.add(
                    file,
                    sections.getLast().line(),
                    "the section “%s” is missing after here"
                            .formatted(expected.get(chapters.size()).english()),
                    "add it");
            return Optional.empty();
        }
        return Optional.of(new Chapters(chapters));
    }

    Map<PolicySection, String> headings() {
        var headings = new EnumMap<PolicySection, String>(PolicySection.class);
        list.forEach(chapter -> headings.put(chapter.part(), chapter.head().title()));
        return headings;
    }

    boolean has(PolicySection part) {
        return list.stream().anyMatch(chapter -> chapter.part() == part);
    }

    Chapter chapter(PolicySection part) {
        return list.stream()
                .filter(chapter -> chapter.part() == part)
                .findFirst()
                .orElseThrow();
    }
}
