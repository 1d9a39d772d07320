package org.conjoint.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Links as annotations of the W3C Web Annotation Data Model (Recommendation of 23 February 2017). Several targets of one
 * annotation otherwise mean each separately; so a body of the type {@code conjoint:Joint} says that they mean something
 * together, and what. Positions in texts count code points, as the model asks; times are seconds; pixels are rounded,
 * with the exact outline beside them.
 */
public final class WebAnnotations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FRAGMENTS = "http://www.w3.org/TR/media-frags/";

    private WebAnnotations() {}

    /**
     * What an annotation is about.
     *
     * @param id an IRI that names the link in the world
     * @param post an IRI of the post's revision; its texts are addressed as fragments of it
     * @param texts the texts exactly as shown
     * @param creator who judged, as a pseudonym
     * @param created an instant in ISO 8601
     */
    public record About(String id, String post, Map<TextKind, String> texts, String creator, String created) {}

    public static ObjectNode write(Link link, Evidence evidence, About about) {
        var root = JSON.createObjectNode();
        root.putArray("@context")
                .add("http://www.w3.org/ns/anno.jsonld")
                .addObject()
                .put("conjoint", "urn:conjoint:terms#");
        root.put("id", about.id()).put("type", "Annotation").put("motivation", "linking");
        root.put("created", about.created());
        root.putObject("creator").put("id", "urn:conjoint:rater:" + about.creator());
        var bodies = root.putArray("body");
        var joint = bodies.addObject().put("type", "conjoint:Joint").put("purpose", "linking");
        var relation = link.relation();
        if (relation != null) {
            joint.put("conjoint:relation", relation.relation().code());
            if (relation.contradiction() != null) {
                joint.put("conjoint:contradiction", relation.contradiction().code());
            }
        }
        if (link.alignment() != null) {
            joint.put("conjoint:alignment", link.alignment().code());
        }
        if (link.note() != null) {
            bodies.addObject()
                    .put("type", "TextualBody")
                    .put("purpose", "commenting")
                    .put("format", "text/plain")
                    .put("value", link.note());
        }
        var names = evidence.entities().stream().collect(Collectors.toMap(Entity::id, Entity::name));
        var targets = root.putArray("target");
        for (var target : link.targets()) {
            var node = targets.addObject();
            switch (target) {
                case Span span -> write(span, node, about);
                case Region region -> write(region, node);
                case Interval interval -> write(interval, node);
            }
            node.put("conjoint:part", target.part().code());
            name(target.entity(), names, node);
        }
        return root;
    }

    private static void name(@Nullable String entity, Map<String, String> names, ObjectNode node) {
        if (entity != null) {
            node.putObject("conjoint:entity").put("id", "_:" + entity).put("label", names.get(entity));
        }
    }

    private static void write(Span span, ObjectNode node, About about) {
        node.put("type", "SpecificResource")
                .put("source", about.post() + "#" + span.text().code());
        node.put("conjoint:sha256", span.textHash());
        var selectors = node.putArray("selector");
        selectors
                .addObject()
                .put("type", "TextQuoteSelector")
                .put("exact", span.quote())
                .put("prefix", span.prefix())
                .put("suffix", span.suffix());
        var text = about.texts().get(span.text());
        if (text != null) {
            var points = span.codePoints(text);
            selectors
                    .addObject()
                    .put("type", "TextPositionSelector")
                    .put("start", points[0])
                    .put("end", points[1]);
        }
    }

    private static void write(Region region, ObjectNode node) {
        node.put("type", "SpecificResource").put("source", "urn:sha256:" + region.medium());
        var moment = region.atMillis() == null ? "" : "t=%s&".formatted(seconds(region.atMillis()));
        var width = region.pixelWidth();
        var height = region.pixelHeight();
        var bounds = region.shape().bounds();
        var selectors = node.putArray("selector");
        selectors
                .addObject()
                .put("type", "FragmentSelector")
                .put("conformsTo", FRAGMENTS)
                .put(
                        "value",
                        "%sxywh=pixel:%d,%d,%d,%d"
                                .formatted(
                                        moment,
                                        Math.round(bounds.x() * width),
                                        Math.round(bounds.y() * height),
                                        Math.max(1, Math.round(bounds.width() * width)),
                                        Math.max(1, Math.round(bounds.height() * height))));
        if (region.shape() instanceof Shape.Polygon(var points)) {
            var corners = points.stream()
                    .map(point -> String.format(Locale.ROOT, "%.2f,%.2f", point.x() * width, point.y() * height))
                    .collect(Collectors.joining(" "));
            selectors
                    .addObject()
                    .put("type", "SvgSelector")
                    .put(
                            "value",
                            "<svg xmlns=\"http://www.w3.org/2000/svg\"><polygon points=\"%s\"/></svg>"
                                    .formatted(corners));
        }
        node.set("conjoint:outline", EvidenceJson.outline(region.shape()));
        node.putArray("conjoint:pixels").add(width).add(height);
    }

    private static void write(Interval interval, ObjectNode node) {
        node.put("type", "SpecificResource").put("source", "urn:sha256:" + interval.proxy());
        node.putObject("selector")
                .put("type", "FragmentSelector")
                .put("conformsTo", FRAGMENTS)
                .put("value", "t=%s,%s".formatted(seconds(interval.startMillis()), seconds(interval.endMillis())));
        if (interval.words() != null) {
            node.put("conjoint:words", interval.words());
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
