package org.conjoint.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conjoint.meaning.StatedRelation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change of evidence as the page sends it: {@code put} holds links new or changed, {@code drop} ids of links that are
 * gone, {@code entities} and {@code image_text} the whole new lists where they changed. A target says only where it lies;
 * what it lies in (the text and its hash, the picture and its size, the sound's proxy) is filled in from what the server
 * showed, so that the page cannot be wrong about it.
 */
public final class EvidenceChange {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sources sources;
    private final SourceText imageText;
    private final Map<TextKind, SourceText> texts = new EnumMap<>(TextKind.class);

    private EvidenceChange(Sources sources, String imageText) {
        this.sources = sources;
        this.imageText = SourceText.of(TextKind.IMAGE_TEXT, imageText);
        texts.put(TextKind.IMAGE_TEXT, this.imageText);
    }

    /**
     * The evidence after a change.
     *
     * @throws IllegalArgumentException when the change cannot be read, or points at what is not there; for people
     */
    public static Evidence apply(Evidence before, String change, Sources sources) {
        try {
            return apply(before, JSON.readTree(change), sources);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The change cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static Evidence apply(Evidence before, JsonNode change, Sources sources) {
        var entities = change.has("entities") ? EvidenceJson.entities(change.path("entities")) : before.entities();
        var lines = change.has("image_text") ? EvidenceJson.lines(change.path("image_text")) : before.imageText();
        var written = new Evidence(List.of(), List.of(), lines).writtenInImage();
        var reader = new EvidenceChange(sources, written);
        var links = new LinkedHashMap<String, Link>();
        before.links().forEach(link -> links.put(link.id(), reader.resealed(link)));
        var dropped = new HashSet<String>();
        change.path("drop").forEach(id -> dropped.add(id.asString()));
        links.keySet().removeAll(dropped);
        change.path("put").forEach(node -> {
            var link = reader.link(node);
            links.put(link.id(), link);
        });
        var after = new Evidence(entities, List.copyOf(links.values()), lines);
        var problems = EvidenceChecks.problems(after, sources);
        // A relation is chosen step by step: a contradiction may still lack its kind.
        problems.stream()
                .filter(problem -> !problem.code().equals("contradiction"))
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem.message());
                });
        return after;
    }

    /** The link with its spans of the text inside the picture as that text now is; they stay where their words stand. */
    private Link resealed(Link link) {
        if (link.targets().stream().noneMatch(EvidenceChange::inImageText)) {
            return link;
        }
        var targets = new ArrayList<Target>();
        for (var target : link.targets()) {
            var stays = target instanceof Span span
                    && inImageText(span)
                    && imageText.text().startsWith(span.quote(), span.start());
            targets.add(
                    stays && target instanceof Span span
                            ? imageText.span(span.start(), span.end(), span.entity())
                            : target);
        }
        return new Link(link.id(), link.relation(), targets, link.alignment(), link.note());
    }

    private static boolean inImageText(Target target) {
        return target instanceof Span span && span.text() == TextKind.IMAGE_TEXT;
    }

    private Link link(JsonNode node) {
        var targets = new ArrayList<Target>();
        node.path("targets").forEach(target -> targets.add(target(target)));
        return new Link(
                node.required("id").asString(),
                optional(node, "relation", StatedRelation::of),
                targets,
                optional(node, "alignment", Alignment::of),
                optional(node, "note", Function.identity()));
    }

    private Target target(JsonNode node) {
        var entity = optional(node, "entity", Function.identity());
        var kind = node.required("kind").asString();
        return switch (kind) {
            case "span" -> span(node, entity);
            case "region" -> {
                var picture = sources.picture();
                if (picture == null) {
                    throw new IllegalArgumentException("The post has no picture");
                }
                yield new Region(
                        EvidenceJson.shape(node),
                        picture.medium(),
                        picture.pixelWidth(),
                        picture.pixelHeight(),
                        node.has("at") ? (Long) node.path("at").asLong() : null,
                        entity);
            }
            case "interval" -> {
                var sound = sources.sound();
                if (sound == null) {
                    throw new IllegalArgumentException("The post has no sound");
                }
                yield new Interval(
                        node.required("start").asLong(),
                        node.required("end").asLong(),
                        sound.proxy(),
                        optional(node, "words", Function.identity()),
                        entity);
            }
            default -> throw new IllegalArgumentException("“%s” is nothing that can be pointed at".formatted(kind));
        };
    }

    private Span span(JsonNode node, @Nullable String entity) {
        var kind = TextKind.of(node.required("text").asString());
        var text = texts.computeIfAbsent(kind, this::shown);
        var span =
                text.span(node.required("start").asInt(), node.required("end").asInt(), entity);
        var quote = node.required("quote").asString();
        if (!span.quote().equals(quote)) {
            throw new IllegalArgumentException(
                    "From %d to %d stands “%s”, not “%s”".formatted(span.start(), span.end(), span.quote(), quote));
        }
        return span;
    }

    private SourceText shown(TextKind kind) {
        var text = sources.texts().get(kind);
        if (text == null) {
            throw new IllegalArgumentException("The post has no such text");
        }
        return SourceText.of(kind, text);
    }

    private static <T> @Nullable T optional(JsonNode node, String name, Function<String, T> of) {
        return EvidenceJson.optional(node, name, of);
    }
}
