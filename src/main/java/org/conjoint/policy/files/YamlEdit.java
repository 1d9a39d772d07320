package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conjoint.policy.files.Editable.Yaml;
import org.conjoint.policy.files.YamlNode.Entry;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Sequence;
import org.conjoint.policy.files.YamlNode.Span;

/** Takes entries and items out of a YAML source, and puts entries in, however the collection is written. */
final class YamlEdit {
    private final Editable file;
    private final Yaml yaml;

    YamlEdit(Editable file, Yaml yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** The index of the - before an item of a list without brackets: in its line, or in one before it. */
    int dash(Sequence list, YamlNode item) {
        for (var line = item.line(); line > 0; line--) {
            var index = file.start(line) + list.span().column();
            if (file.content(line).strip().startsWith("-")
                    && index < file.start(line + 1)
                    && file.text(index, index + 1).equals("-")) {
                return index;
            }
        }
        throw new CannotEdit(file.name(), item.line(), "the entry does not begin with -", "write it like the others");
    }

    /** Takes an item away. */
    void remove(Sequence list, int index) {
        var item = list.items().get(index);
        if (list.flow()) {
            var places = list.items().stream().map(YamlNode::span).toList();
            removeBetweenCommas(places, index);
        } else {
            file.removeLines(file.line(dash(list, item)), lastLine(item.span().end()));
        }
    }

    /** Takes a named value away. */
    void remove(Mapping mapping, String name) {
        var entry = Objects.requireNonNull(mapping.entries().get(name));
        if (mapping.flow()) {
            var places = new ArrayList<Span>();
            mapping.entries().values().forEach(each -> places.add(whole(each)));
            removeBetweenCommas(places, places.indexOf(whole(entry)));
        } else {
            file.removeLines(entry.line(), lastLine(entry.end()));
        }
    }

    /**
     * Adds a named value.
     *
     * @param before the name behind which it stands; absent when it is the first
     * @param line name and value on one line
     */
    void add(Mapping mapping, Optional<String> before, String line) {
        var first = mapping.entries().firstEntry();
        if (before.isPresent()) {
            var entry = Objects.requireNonNull(mapping.entries().get(before.get()));
            if (mapping.flow()) {
                var at = yaml.at(entry.end());
                file.replace(at, at, ", " + line);
            } else {
                file.insertLines(lastLine(entry.end()) + 1, indent(mapping) + line);
            }
        } else if (mapping.flow()) {
            var at = yaml.at(mapping.span().start()) + 1;
            file.replace(at, at, line + (first == null ? "" : ", "));
        } else {
            file.insertLines(first.getValue().line(), indent(mapping) + line);
        }
    }

    private void removeBetweenCommas(List<Span> places, int index) {
        var place = places.get(index);
        var from =
                index > 0 && index + 1 == places.size() ? places.get(index - 1).end() : place.start();
        var to = index + 1 < places.size() ? places.get(index + 1).start() : place.end();
        file.replace(yaml.at(from), yaml.at(to), "");
    }

    private static Span whole(Entry entry) {
        return new Span(entry.line(), entry.name().column(), entry.name().start(), entry.end());
    }

    private int lastLine(int end) {
        return file.line(yaml.at(end));
    }

    private static String indent(Mapping mapping) {
        return " ".repeat(mapping.span().column());
    }
}
