package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Paragraph;
import org.conjoint.policy.files.Outline.Section;
import org.conjoint.policy.files.PolicyText.Passage;

/** Reads the sections that are clauses or exceptions. */
final class Passages {
    private final String file;
    private final Problems problems;

    Passages(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The passages of a chapter in its order.
     *
     * @param tested whether each has a question, as clauses have
     */
    List<Passage> read(Chapters.Chapter chapter, boolean tested) {
        if (!chapter.head().blocks().isEmpty()) {
            problems.add(
                    file,
                    chapter.head().line() + 1,
                    "there is text before the first id",
                    "move it under a heading with an id");
        }
        var passages = new ArrayList<Passage>();
        for (var section : chapter.under()) {
            if (section.title().indexOf(' ') < 0) {
                problems.add(
                        file, section.line(), "the heading has no id with a title", "write it like ### ABC-1.1 Title");
                continue;
            }
            passages.add(passage(section, tested));
        }
        return passages;
    }

    /** The id at the beginning of a heading; empty where there is none. */
    static String id(Section section) {
        var space = section.title().indexOf(' ');
        return space < 0 ? "" : section.title().substring(0, space);
    }

    /** The heading without the id. */
    static String title(Section section) {
        return section.title().substring(section.title().indexOf(' ') + 1);
    }

    /** The text without heading and question. */
    static String markdown(Section section) {
        var lines = section.text().stream().filter(line -> !asks(line)).toList();
        return Canonical.block(String.join("\n", lines));
    }

    /** The question on one line; empty where there is none. */
    static String test(Section section) {
        var text = new StringBuilder();
        for (var line : section.text()) {
            if (asks(line)) {
                text.append(text.isEmpty() ? "" : " ").append(line.substring(1).strip());
            }
        }
        return text.toString();
    }

    /** Whether a line belongs to the question. */
    static boolean asks(String line) {
        return line.startsWith(">");
    }

    private Passage passage(Section section, boolean tested) {
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
        var test = quotes.size() == 1 ? test(section) : "";
        if (quotes.size() == 1 && !question(quotes.getFirst(), test)) {
            problems.add(
                    file,
                    section.line(),
                    "the line with > is not a question",
                    "ask one yes/no question that ends with ?");
        }
        return new Passage(
                id(section),
                title(section),
                markdown(section),
                test,
                Canonical.hash(Canonical.block("### " + section.title() + "\n" + String.join("\n", section.text()))),
                section.line());
    }

    private static boolean question(BlockQuote quote, String text) {
        return quote.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getNext() == null
                && !text.isEmpty()
                && "?？؟;".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
