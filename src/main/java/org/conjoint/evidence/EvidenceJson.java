package org.conjoint.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conjoint.meaning.StatedRelation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence as JSON, the same bytes for the same evidence; as kept in the database, in drafts and in exports, and as the
 * page speaks it. Offsets are UTF-16 units, times milliseconds, places 0 to 1 of the upright picture.
 */
public final class EvidenceJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvidenceJson() {}

    public static ObjectNode write(Evidence evidence) {
        var root = JSON.createObjectNode();
        var entities = root.putArray("entities");
        evidence.entities()
                .forEach(entity -> entities.addObject().put("id", entity.id()).put("name", entity.name()));
        var links = root.putArray("links");
        evidence.links().forEach(link -> links.add(write(link)));
        var lines = root.putArray("image_text");
        for (var line : evidence.imageText()) {
            box(lines.addObject().put("text", line.text()).putArray("box"), line.box());
        }
        return root;
    }

    /** One link. */
    public static ObjectNode write(Link link) {
        var node = JSON.createObjectNode().put("id", link.id());
        if (link.relation() != null) {
            node.put("relation", link.relation().code());
        }
        if (link.alignment() != null) {
            node.put("alignment", link.alignment().code());
        }
        if (link.note() != null) {
            node.put("note", link.note());
        }
        var targets = node.putArray("targets");
        link.targets().forEach(target -> targets.add(write(target)));
        return node;
    }

    private static ObjectNode write(Target target) {
        var node = JSON.createObjectNode();
        switch (target) {
            case Span span ->
                node.put("kind", "span")
                        .put("text", span.text().code())
                        .put("start", span.start())
                        .put("end", span.end())
                        .put("quote", span.quote())
                        .put("prefix", span.prefix())
                        .put("suffix", span.suffix())
                        .put("sha256", span.textHash());
            case Region region -> {
                node.put("kind", "region");
                node.set(region.shape() instanceof Shape.Rectangle ? "box" : "points", outline(region.shape()));
                node.put("medium", region.medium())
                        .put("width", region.pixelWidth())
                        .put("height", region.pixelHeight());
                if (region.atMillis() != null) {
                    node.put("at", region.atMillis());
                }
            }
            case Interval interval -> {
                node.put("kind", "interval")
                        .put("start", interval.startMillis())
                        .put("end", interval.endMillis())
                        .put("proxy", interval.proxy());
                if (interval.words() != null) {
                    node.put("words", interval.words());
                }
            }
        }
        if (target.entity() != null) {
            node.put("entity", target.entity());
        }
        return node;
    }

    /** The four numbers of a rectangle, or the corners of a polygon. */
    static ArrayNode outline(Shape shape) {
        var numbers = JSON.createArrayNode();
        switch (shape) {
            case Shape.Rectangle rectangle -> box(numbers, rectangle);
            case Shape.Polygon(var points) ->
                points.forEach(point -> numbers.addArray().add(point.x()).add(point.y()));
        }
        return numbers;
    }

    private static void box(ArrayNode array, Shape.Rectangle box) {
        array.add(box.x()).add(box.y()).add(box.width()).add(box.height());
    }

    /** @throws IllegalArgumentException when it is not evidence */
    public static Evidence read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not evidence: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when it is not evidence */
    public static Evidence read(JsonNode root) {
        try {
            return new Evidence(
                    entities(root.path("entities")),
                    list(root.path("links"), EvidenceJson::link),
                    lines(root.path("image_text")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not evidence: " + e.getOriginalMessage(), e);
        }
    }

    static List<Entity> entities(JsonNode array) {
        return list(array, node -> new Entity(string(node, "id"), string(node, "name")));
    }

    static List<TextLine> lines(JsonNode array) {
        return list(array, node -> new TextLine(string(node, "text"), box(node.path("box"))));
    }

    static Shape shape(JsonNode node) {
        return node.has("box") ? box(node.path("box")) : polygon(node.path("points"));
    }

    private static Link link(JsonNode node) {
        return new Link(
                string(node, "id"),
                optional(node, "relation", StatedRelation::of),
                list(node.path("targets"), EvidenceJson::target),
                optional(node, "alignment", Alignment::of),
                optional(node, "note", Function.identity()));
    }

    private static Target target(JsonNode node) {
        var entity = optional(node, "entity", Function.identity());
        var kind = string(node, "kind");
        return switch (kind) {
            case "span" ->
                new Span(
                        TextKind.of(string(node, "text")),
                        node.required("start").asInt(),
                        node.required("end").asInt(),
                        string(node, "quote"),
                        string(node, "prefix"),
                        string(node, "suffix"),
                        string(node, "sha256"),
                        entity);
            case "region" ->
                new Region(
                        shape(node),
                        string(node, "medium"),
                        node.required("width").asInt(),
                        node.required("height").asInt(),
                        node.has("at") ? (Long) node.path("at").asLong() : null,
                        entity);
            case "interval" ->
                new Interval(
                        node.required("start").asLong(),
                        node.required("end").asLong(),
                        string(node, "proxy"),
                        optional(node, "words", Function.identity()),
                        entity);
            default -> throw new IllegalArgumentException("“%s” is nothing that can be pointed at".formatted(kind));
        };
    }

    private static Shape.Rectangle box(JsonNode node) {
        if (node.size() != 4) {
            throw new IllegalArgumentException("A box has four numbers: x, y, width, height");
        }
        return new Shape.Rectangle(
                node.get(0).asDouble(),
                node.get(1).asDouble(),
                node.get(2).asDouble(),
                node.get(3).asDouble());
    }

    private static Shape.Polygon polygon(JsonNode node) {
        return new Shape.Polygon(list(
                node,
                point -> new Shape.Point(
                        point.required(0).asDouble(), point.required(1).asDouble())));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> of) {
        var values = new ArrayList<T>(array.size());
        array.forEach(node -> values.add(of.apply(node)));
        return values;
    }

    private static String string(JsonNode node, String name) {
        return node.required(name).asString();
    }

    static <T> @Nullable T optional(JsonNode node, String name, Function<String, T> of) {
        var value = node.path(name);
        return value.isString() ? of.apply(value.asString()) : null;
    }
}
