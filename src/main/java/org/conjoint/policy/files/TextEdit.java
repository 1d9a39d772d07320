package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.FolderEdits.Wording;
import org.conjoint.policy.files.Outline.Section;
import org.conjoint.policy.files.YamlNode.Scalar;

/** Changes to the body of one Markdown file, section by section. */
final class TextEdit {
    private final Map<String, String> files;
    private final Editable file;
    private final List<Section> sections;

    TextEdit(Map<String, String> files, String name) {
        this.files = files;
        this.file = Editable.of(files, name);
        this.sections = file.sections();
    }

    /** A clause or an exception is worded so; an exception has an empty question. */
    Map<String, String> passage(String id, Wording wording) {
        var section = passage(id).orElseThrow(() -> missing(id));
        var title = line(wording.title());
        var test = line(wording.test());
        var sameTitle = title.equals(Passages.title(section));
        var sameText = Canonical.block(Canonical.text(wording.markdown())).equals(Passages.markdown(section));
        var sameTest = test.equals(Passages.test(section));
        if (sameTitle && sameText && sameTest) {
            return files;
        }
        var block = new ArrayList<String>();
        block.add(sameTitle ? file.content(section.line()) : "### " + id + " " + title);
        block.add("");
        block.addAll(sameText ? source(section, line -> !Passages.asks(line)) : lines(wording.markdown()));
        if (!test.isEmpty()) {
            block.add("");
            block.addAll(sameTest ? source(section, Passages::asks) : List.of("> " + test));
        }
        replace(section, block);
        return file.done();
    }

    /** A section of prose reads so. */
    Map<String, String> prose(PolicySection part, String markdown) {
        if (part == PolicySection.VIOLATES || part == PolicySection.ALLOWED || part == PolicySection.EXAMPLES) {
            throw new IllegalArgumentException("%s is not a section of prose".formatted(part));
        }
        var section = chapters().list().stream()
                .filter(chapter -> chapter.part() == part)
                .map(Chapters.Chapter::head)
                .findFirst()
                .orElseThrow(() -> new CannotEdit(
                        file.name(),
                        1,
                        "the section “%s” is missing".formatted(part.english()),
                        "add it in the source"));
        if (Canonical.block(Canonical.text(markdown)).equals(section.markdown())) {
            return files;
        }
        var block = new ArrayList<>(List.of(file.content(section.line()), ""));
        block.addAll(lines(markdown));
        replace(section, block);
        return file.done();
    }

    Map<String, String> title(String title) {
        var section = sections.stream()
                .filter(candidate -> candidate.level() == 1)
                .findFirst()
                .orElseThrow(() -> new CannotEdit(file.name(), 1, "there is no title", "write # and the name"));
        if (line(title).equals(section.title())) {
            return files;
        }
        var start = file.start(section.line());
        file.replace(start, start + file.content(section.line()).length(), "# " + line(title));
        return file.done();
    }

    /**
     * A new clause.
     *
     * @param before the clause behind which it stands; absent when it is the first
     */
    Map<String, String> newPassage(String id, Optional<String> before, Wording wording) {
        var head = chapters().chapter(PolicySection.VIOLATES).head();
        var behind = before.map(other -> passage(other).orElseThrow(() -> missing(other)))
                .orElse(head);
        var block = "### %s %s\n\n%s\n\n> %s\n"
                .formatted(
                        id, line(wording.title()), String.join("\n", lines(wording.markdown())), line(wording.test()));
        var next = behind.line() + behind.text().size() + 1;
        var spaced = behind.text().isEmpty() || !behind.text().getLast().isBlank();
        file.insertLines(next, (spaced ? "\n" : "") + block);
        return file.done();
    }

    /** Without a clause; the same files where it is not. */
    Map<String, String> withoutPassage(String id) {
        return passage(id)
                .map(section -> {
                    file.removeLines(
                            section.line(), section.line() + section.text().size());
                    return file.done();
                })
                .orElse(files);
    }

    /** Without the lines of these examples. */
    Map<String, String> withoutExamples(Collection<String> ids) {
        var section = chapters().chapter(PolicySection.EXAMPLES).head();
        for (var example : ExampleLines.of(section)) {
            if (ids.contains(example.id())) {
                file.removeLines(example.line(), example.until());
            }
        }
        return file.done();
    }

    private Optional<Section> passage(String id) {
        var found = sections.stream()
                .filter(section -> section.level() == 3 && Passages.id(section).equals(id))
                .toList();
        if (found.size() > 1) {
            throw new CannotEdit(file.name(), found.getLast().line(), id + " stands here twice", "keep one of them");
        }
        return found.stream().findFirst();
    }

    private CannotEdit missing(String id) {
        return new CannotEdit(
                file.name(), 1, "there is no section for " + id, "add a heading ### %s and a title".formatted(id));
    }

    /** Canonical texts have no cultural notes; of the others, those with one section less cover a single part. */
    private Chapters chapters() {
        var kind = file.frontMatter().mapping().entries().get("kind");
        var canonical = kind != null && kind.value() instanceof Scalar(var _, String word) && word.equals("canonical");
        var found = sections.stream().filter(section -> section.level() == 2).count();
        var together = found >= Chapters.expected(canonical, true).size();
        var problems = new Problems();
        return file.got(
                Chapters.of(file.name(), sections, Chapters.expected(canonical, together), false, problems), problems);
    }

    /** Puts lines in place of a section from its heading on; the blank lines behind it stay. */
    private void replace(Section section, List<String> block) {
        var last = section.line() + section.text().size();
        while (last > section.line() && file.content(last).isBlank()) {
            last--;
        }
        file.replace(
                file.start(section.line()),
                file.start(last) + file.content(last).length(),
                String.join("\n", block));
    }

    /** The lines of a section as they are in the source, without blank ones around them. */
    private List<String> source(Section section, Predicate<String> wanted) {
        var lines = new ArrayList<String>();
        for (var i = 0; i < section.text().size(); i++) {
            if (wanted.test(section.text().get(i))) {
                lines.add(file.content(section.line() + 1 + i));
            }
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    private static List<String> lines(String markdown) {
        return Canonical.block(Canonical.text(markdown)).stripTrailing().lines().toList();
    }

    private static String line(String text) {
        return Canonical.text(text).strip().replaceAll("\\s*\n\\s*", " ");
    }
}
