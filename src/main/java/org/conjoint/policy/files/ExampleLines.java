package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.conjoint.policy.files.Outline.Section;

/** The items of the list of examples in a text. */
final class ExampleLines {
    private ExampleLines() {}

    /**
     * An item.
     *
     * @param id empty where the item has none
     * @param line the first line of the file that belongs to it
     * @param until the last one
     */
    record Line(String id, String text, int line, int until) {}

    /** Whether the section is one list and nothing else. */
    static boolean isList(Section section) {
        return section.blocks().size() == 1 && section.blocks().getFirst() instanceof BulletList;
    }

    /** The items in order; none unless the section is one list. */
    static List<Line> of(Section section) {
        var lines = new ArrayList<Line>();
        if (!isList(section)) {
            return lines;
        }
        var list = section.blocks().getFirst();
        var offset = section.line() + 1 + blankLines(section) - Outline.index(list);
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var line = Outline.index(item) + offset;
            var until = item.getNext() == null
                    ? section.line() + section.text().size()
                    : Outline.index(item.getNext()) + offset - 1;
            while (until > line
                    && section.text().get(until - section.line() - 1).isBlank()) {
                until--;
            }
            var text = new ArrayList<String>();
            for (var at = line; at <= until; at++) {
                text.add(section.text().get(at - section.line() - 1).strip());
            }
            var joined = String.join(" ", text).strip().substring(1).strip();
            var colon = joined.indexOf(": ");
            lines.add(new Line(
                    colon < 0 ? "" : joined.substring(0, colon),
                    joined.substring(colon < 0 ? 0 : colon + 2),
                    line,
                    until));
        }
        return lines;
    }

    private static int blankLines(Section section) {
        return (int) section.text().stream().takeWhile(String::isBlank).count();
    }
}
