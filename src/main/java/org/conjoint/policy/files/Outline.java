package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The headings of a Markdown body with what stands under each; anything outside the whitelist is a problem. */
final class Outline {
    private static final Set<Class<? extends Node>> WHITELIST = Set.of(
            Document.class,
            Heading.class,
            Paragraph.class,
            BulletList.class,
            OrderedList.class,
            ListItem.class,
            BlockQuote.class,
            Text.class,
            Emphasis.class,
            StrongEmphasis.class,
            Code.class,
            SoftLineBreak.class);
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(16)
            .maxInlineNesting(8)
            .build();

    /**
     * A heading with what stands under it down to the next heading.
     *
     * @param line the heading's line in the file
     * @param text the canonical lines under the heading
     * @param blocks the same, parsed
     */
    record Section(int level, String title, int line, List<String> text, List<Block> blocks) {
        String markdown() {
            return Canonical.block(String.join("\n", text));
        }
    }

    private final String file;
    private final int bodyLine;
    private final List<String> lines;
    private final Problems problems;

    private Outline(String file, int bodyLine, String body, Problems problems) {
        this.file = file;
        this.bodyLine = bodyLine;
        this.lines = body.lines().toList();
        this.problems = problems;
    }

    /**
     * The sections in order.
     *
     * @param bodyLine the line of the file at which the body begins
     */
    static List<Section> of(String file, int bodyLine, String body, Problems problems) {
        return new Outline(file, bodyLine, body, problems).sections(PARSER.parse(body));
    }

    /** The first line of a block, counted from 0 in the body. */
    static int index(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().getFirst().getLineIndex();
            }
        }
        return 0;
    }

    private List<Section> sections(Node document) {
        check(document);
        var sections = new ArrayList<Section>();
        var headings = new ArrayList<Heading>();
        for (@Nullable Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            } else if (headings.isEmpty()) {
                problems.add(
                        file,
                        line(node),
                        "there is text before the title",
                        "begin with the title: # Name of the policy");
            }
        }
        for (var i = 0; i < headings.size(); i++) {
            var until = i + 1 < headings.size() ? index(headings.get(i + 1)) : lines.size();
            sections.add(section(headings.get(i), until));
        }
        return sections;
    }

    private Section section(Heading heading, int until) {
        var from = index(heading) + 1;
        var title = heading.getFirstChild() instanceof Text text && text.getNext() == null ? text.getLiteral() : "";
        if (title.isEmpty() || !lines.get(from - 1).startsWith("#") || heading.getLevel() > 3) {
            problems.add(file, line(heading), "this heading is not plain", "write it in words after #, ## or ###");
        }
        var blocks = new ArrayList<Block>();
        for (var node = heading.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            blocks.add((Block) node);
        }
        return new Section(
                heading.getLevel(), title, line(heading), lines.subList(Math.min(from, until), until), blocks);
    }

    private void check(Node document) {
        for (@Nullable Node node = document; node != null; node = following(node)) {
            if (!WHITELIST.contains(node.getClass())) {
                problems.add(
                        file,
                        line(node),
                        "%s is not allowed here".formatted(words(node)),
                        "use only headings, paragraphs, lists, one question per clause, *emphasis*, **strong** and `code`");
            }
        }
    }

    private static @Nullable Node following(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        @Nullable Node at = node;
        while (at != null && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getNext();
    }

    private static String words(Node node) {
        return switch (node.getClass().getSimpleName()) {
            case "HtmlBlock", "HtmlInline" -> "raw HTML";
            case "Link", "LinkReferenceDefinition" -> "a link";
            case "Image" -> "an image";
            case "FencedCodeBlock", "IndentedCodeBlock" -> "a block of code";
            case "HardLineBreak" -> "a forced line break";
            case "ThematicBreak" -> "a line across";
            default -> node.getClass().getSimpleName();
        };
    }

    private int line(Node node) {
        return index(node) + bodyLine;
    }
}
