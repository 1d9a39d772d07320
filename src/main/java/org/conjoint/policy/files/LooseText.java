package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A text as it stands, right or not: what can be told apart in it, in its order. {@link PolicyFiles} tells what is wrong.
 *
 * @param title the name of the policy; empty where there is none
 */
public record LooseText(String title, List<Section> sections) {

    /**
     * A heading of the second level with the prose and the passages under it.
     *
     * @param part what it is by its place; null behind the last place
     */
    public record Section(@Nullable PolicySection part, String title, String markdown, List<Passage> passages) {}

    /**
     * A clause or an exception.
     *
     * @param id what its heading begins with; empty where that is no id
     * @param test the question; empty where there is none
     */
    public record Passage(String id, String title, String markdown, String test) {}

    public LooseText {
        sections = List.copyOf(sections);
    }

    /** Reads a Markdown file of a folder; empty where there is no such file or no headings can be told apart in it. */
    public static Optional<LooseText> of(Map<String, String> files, String name) {
        if (!files.containsKey(name)) {
            return Optional.empty();
        }
        try {
            var file = Editable.of(files, name);
            return Optional.of(of(file.sections(), field(file, "kind").equals("canonical")));
        } catch (CannotEdit e) {
            return Optional.empty();
        }
    }

    /** The clause or exception with this id. */
    public Optional<Passage> passage(String id) {
        return sections.stream()
                .flatMap(section -> section.passages().stream())
                .filter(passage -> passage.id().equals(id))
                .findFirst();
    }

    /** The section in this place. */
    public Optional<Section> section(PolicySection part) {
        return sections.stream().filter(section -> section.part() == part).findFirst();
    }

    /** A text field of the front matter; empty where there is none. */
    static String field(Editable file, String name) {
        var entry = file.frontMatter().mapping().entries().get(name);
        return entry != null && entry.value() instanceof Scalar value && value.value() instanceof String word
                ? word
                : "";
    }

    private static LooseText of(List<Outline.Section> found, boolean canonical) {
        var heads = found.stream().filter(section -> section.level() == 2).count();
        var together = heads >= Chapters.expected(canonical, true).size();
        var places = Chapters.expected(canonical, together);
        var title = found.stream()
                .filter(section -> section.level() == 1)
                .map(Outline.Section::title)
                .findFirst()
                .orElse("");
        var sections = new ArrayList<Section>();
        for (var section : found) {
            if (section.level() == 2) {
                var part = sections.size() < places.size() ? places.get(sections.size()) : null;
                sections.add(
                        new Section(part, section.title(), section.markdown().strip(), new ArrayList<>()));
            } else if (section.level() == 3 && !sections.isEmpty()) {
                sections.getLast()
                        .passages()
                        .add(new Passage(
                                Passages.id(section),
                                Passages.title(section),
                                Passages.markdown(section).strip(),
                                Passages.test(section)));
            }
        }
        return new LooseText(title, sections);
    }
}
