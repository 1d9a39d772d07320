package org.conjoint.policy.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.conjoint.policy.files.YamlNode.Entry;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.conjoint.policy.files.YamlNode.Sequence;
import org.conjoint.policy.files.YamlNode.Span;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2 in its core schema, without anchors, aliases, tags, directives, second documents or repeated names. Values
 * are built from parser events, so nothing is ever constructed that the file does not spell out.
 */
final class StrictYaml {
    private static final int DEEPEST = 12;
    private static final int MOST_VALUES = 20_000;
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String file;
    private final int[] text;
    private final int firstLine;
    private final Problems problems;
    private final Iterator<Event> events;
    private int values;

    private StrictYaml(String file, String text, int firstLine, Problems problems, Iterator<Event> events) {
        this.file = file;
        this.text = text.codePoints().toArray();
        this.firstLine = firstLine;
        this.problems = problems;
        this.events = events;
    }

    /**
     * The mapping that the text holds, or empty when the text is refused.
     *
     * @param text the YAML; places are counted in it as it is given
     * @param firstLine the line of the file at which the text begins
     */
    static Optional<Mapping> read(String file, String text, int firstLine, Problems problems) {
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(SourceFile.MOST_BYTES)
                .setUseMarks(true)
                .build();
        var events = new Parse(settings).parseString(text).iterator();
        try {
            return new StrictYaml(file, text, firstLine, problems, events).document();
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark();
            var line = mark.map(m -> m.getLine() + firstLine).orElse(firstLine);
            problems.add(file, line, "not YAML: " + e.getProblem(), "correct the YAML here");
        } catch (YamlEngineException e) {
            problems.add(file, firstLine, "not YAML: " + e.getMessage(), "correct the YAML");
        } catch (Refused e) {
            problems.add(file, e.line, e.what, e.remedy);
        }
        return Optional.empty();
    }

    private Optional<Mapping> document() {
        events.next();
        var start = events.next();
        if (!(start instanceof DocumentStartEvent document)) {
            throw new Refused(
                    firstLine, "there is nothing in it", "write the fields that docs/formats/policy.md names");
        }
        if (document.getSpecVersion().isPresent() || !document.getTags().isEmpty()) {
            throw new Refused(firstLine, "it has a YAML directive", "remove the lines that begin with %");
        }
        var root = node(events.next(), 1);
        events.next();
        var after = events.next();
        if (after instanceof DocumentStartEvent) {
            throw new Refused(line(after), "a second document begins", "remove the line with ---");
        }
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        throw new Refused(root.line(), "it is not a list of named fields", "write fields as name: value");
    }

    private YamlNode node(Event event, int depth) {
        check(event, depth);
        return switch (event) {
            case ScalarEvent scalar -> new Scalar(span(scalar), value(scalar));
            case MappingStartEvent mapping -> mapping(mapping, depth);
            default -> sequence((SequenceStartEvent) event, depth);
        };
    }

    private Sequence sequence(SequenceStartEvent start, int depth) {
        var items = new ArrayList<YamlNode>();
        var event = events.next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        var last = items.isEmpty() ? 0 : items.getLast().span().end();
        return new Sequence(span(start, event, last), start.isFlow(), items);
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        var entries = new LinkedHashMap<String, Entry>();
        var last = 0;
        var event = events.next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            check(event, depth + 1);
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused(line(event), "a name is not a word", "write fields as name: value");
            }
            var entry = new Entry(span(key), node(events.next(), depth + 1));
            last = entry.end();
            if (entries.putIfAbsent(key.getValue(), entry) != null) {
                problems.add(file, line(key), "“%s” is given twice".formatted(key.getValue()), "keep one of them");
            }
        }
        return new Mapping(span(start, event, last), start.isFlow(), entries);
    }

    private void check(Event event, int depth) {
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(line(event), "it uses an anchor or an alias", "write the value out where it is needed");
        }
        if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent()) {
            throw new Refused(line(event), "it uses a tag", "remove the word that begins with !");
        }
        if (event instanceof ScalarEvent scalar && unseen(scalar.getValue())) {
            throw new Refused(line(event), "it has a character that cannot be seen", "remove the escape, such as \\0");
        }
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new Refused(line(event), "it is nested too deep or too long", "write it as the format describes");
        }
    }

    /** Escapes in quotes can spell what a file may not contain. */
    private static boolean unseen(String value) {
        return value.codePoints()
                .anyMatch(c -> c != '\n' && Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static @Nullable Object value(ScalarEvent scalar) {
        var text = scalar.getValue();
        if (!scalar.isPlain()) {
            return text;
        }
        var tag = RESOLVER.resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return text;
    }

    /** Decimal numbers; the other spellings of YAML (hexadecimal, infinity) stay text and fail where a number is due. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private Span span(ScalarEvent scalar) {
        var end = scalar.getEndMark().orElseThrow().getIndex();
        return span(scalar, scalar.isLiteral() || scalar.isFolded() ? trimmed(end) : end);
    }

    /** The place of a collection; one without brackets ends where its last value does, not where the next thing begins. */
    private Span span(CollectionStartEvent start, Event end, int last) {
        return span(start, start.isFlow() ? end.getEndMark().orElseThrow().getIndex() : last);
    }

    private Span span(Event event, int end) {
        var mark = event.getStartMark().orElseThrow();
        return new Span(line(event), mark.getColumn(), mark.getIndex(), Math.max(mark.getIndex(), end));
    }

    /** The end of a block of text, which the parser tells after the blank lines behind it. */
    private int trimmed(int end) {
        var at = end;
        while (at > 0 && Character.isWhitespace(text[at - 1])) {
            at--;
        }
        return at;
    }

    private int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
    }

    /** Ends the reading of a file at the first thing after which nothing can be trusted. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String what;
        private final String remedy;

        Refused(int line, String what, String remedy) {
            super(what, null, false, false);
            this.line = line;
            this.what = what;
            this.remedy = remedy;
        }
    }
}
