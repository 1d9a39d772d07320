package org.conjoint.policy.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.policy.files.Outline.Section;
import org.conjoint.policy.files.YamlNode.Mapping;

/** The source of a file with the places at which it can be changed; all that is not replaced stays byte for byte. */
final class Editable {
    private static final String FENCE = "---";

    /**
     * YAML inside a source.
     *
     * @param base the index in the source at which the text begins
     */
    record Yaml(int base, String text, Mapping mapping) {
        /** The index in the source of a code point of the text. */
        int at(int codePoint) {
            return base + text.offsetByCodePoints(0, codePoint);
        }
    }

    private record Edit(int from, int to, String text) {}

    private final Map<String, String> files;
    private final String name;
    private final String source;
    private final String lineEnd;
    private final List<Integer> lines;
    private final List<Edit> edits = new ArrayList<>();

    private Editable(Map<String, String> files, String name, String source) {
        this.files = files;
        this.name = name;
        this.source = source;
        this.lines = lines(source);
        this.lineEnd = lines.size() == 1 ? "\n" : ending(source.substring(0, lines.get(1)));
    }

    /** @throws CannotEdit when there is no such file */
    static Editable of(Map<String, String> files, String name) {
        var source = files.get(name);
        if (source == null) {
            throw new CannotEdit(name, 1, "the file is missing", "add it as docs/formats/policy.md describes");
        }
        return new Editable(files, name, source);
    }

    String name() {
        return name;
    }

    /** The whole file as YAML. */
    Yaml yaml() {
        var base = source.startsWith("\uFEFF") ? 1 : 0;
        return yaml(base, source.length(), 1);
    }

    /** The front matter of a Markdown file. */
    Yaml frontMatter() {
        for (var line = 2; line <= lines.size(); line++) {
            if (content(line).equals(FENCE)) {
                return yaml(start(2), start(line), 2);
            }
        }
        throw new CannotEdit(
                name, 1, "there is no front matter", "begin the file with fields between two lines of ---");
    }

    /** The sections of a Markdown file; what else may be wrong with them is for the reader to tell. */
    List<Section> sections() {
        var problems = new Problems();
        return got(
                SourceFile.read(name, source.getBytes(StandardCharsets.UTF_8), problems)
                        .flatMap(file -> FrontMatter.read(file, problems))
                        .map(matter -> Outline.of(name, matter.bodyLine(), matter.body(), problems)),
                problems);
    }

    /** The text of a line, counted from 1, without its end. */
    String content(int line) {
        var text = source.substring(start(line), start(line + 1));
        return text.substring(0, text.length() - ending(text).length());
    }

    /** The index at which a line begins; of a line after the last one, the length of the source. */
    int start(int line) {
        return line > lines.size() ? source.length() : lines.get(line - 1);
    }

    /** The line, counted from 1, in which an index stands. */
    int line(int index) {
        var low = 1;
        var high = lines.size();
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (start(middle) <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The source between two indexes. */
    String text(int from, int to) {
        return source.substring(from, to);
    }

    /** Puts a text, with line feeds as line ends, in place of what stands between two indexes. */
    void replace(int from, int to, String text) {
        edits.add(new Edit(from, to, text.replace("\n", lineEnd)));
    }

    /** Puts whole lines in front of a line; behind the last line when it lies after it. */
    void insertLines(int line, String text) {
        var at = start(line);
        var open = at == source.length() && !source.isEmpty() && ending(source).isEmpty();
        replace(at, at, open ? "\n" + text : text + "\n");
    }

    /** Takes whole lines away. */
    void removeLines(int from, int to) {
        replace(start(from), start(to + 1), "");
    }

    /** The folder's files with this one changed. */
    Map<String, String> done() {
        var text = new StringBuilder(source);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).reversed())
                .forEach(edit -> text.replace(edit.from(), edit.to(), edit.text()));
        var changed = new TreeMap<>(files);
        changed.put(name, text.toString());
        return changed;
    }

    /** @throws CannotEdit with the first of the problems when there is no value */
    <T> T got(Optional<T> value, Problems problems) {
        return value.orElseThrow(() -> problems.isEmpty()
                ? new CannotEdit(name, 1, "the file cannot be told apart", "correct it in its source")
                : new CannotEdit(problems.inOrder().getFirst()));
    }

    private Yaml yaml(int from, int to, int firstLine) {
        var problems = new Problems();
        var text = source.substring(from, to);
        return new Yaml(from, text, got(StrictYaml.read(name, text, firstLine, problems), problems));
    }

    private static String ending(String text) {
        return text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : text.endsWith("\r") ? "\r" : "";
    }

    private static List<Integer> lines(String source) {
        var lines = new ArrayList<Integer>();
        lines.add(0);
        for (var i = 0; i < source.length(); i++) {
            var c = source.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == source.length() || source.charAt(i + 1) != '\n')) {
                lines.add(i + 1);
            }
        }
        return lines;
    }
}
