package org.conjoint.exchange;

import java.util.ArrayList;
import org.conjoint.content.Post;
import org.conjoint.evidence.Allen;
import org.conjoint.evidence.Evidence;
import org.conjoint.evidence.EvidenceJson;
import org.conjoint.evidence.Interval;
import org.conjoint.evidence.Link;
import org.conjoint.evidence.Span;
import org.conjoint.evidence.TextKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence as it goes out: as it is kept, with the offsets of spans in code points beside those in UTF-16 units, and with
 * the relation in time (Allen, 1983) of every two stretches of sound in a link.
 */
final class ExportedEvidence {

    private ExportedEvidence() {}

    static JsonNode of(Evidence evidence, Post post) {
        var root = EvidenceJson.write(evidence);
        var links = root.path("links");
        var number = 0;
        for (var link : evidence.links()) {
            var node = (ObjectNode) links.get(number++);
            addCodePoints(link, node, evidence, post);
            addTimes(link, node);
        }
        return root;
    }

    private static void addCodePoints(Link link, ObjectNode node, Evidence evidence, Post post) {
        var targets = node.path("targets");
        var number = 0;
        for (var target : link.targets()) {
            var written = (ObjectNode) targets.get(number++);
            if (target instanceof Span span) {
                var text = text(span.text(), evidence, post);
                if (text != null) {
                    var points = span.codePoints(text);
                    written.put("start_code_point", points[0]).put("end_code_point", points[1]);
                }
            }
        }
    }

    private static void addTimes(Link link, ObjectNode node) {
        var intervals = new ArrayList<Interval>();
        link.targets().forEach(target -> {
            if (target instanceof Interval interval) {
                intervals.add(interval);
            }
        });
        if (intervals.size() > 1) {
            var times = node.putArray("times");
            for (var i = 0; i < intervals.size(); i++) {
                for (var j = i + 1; j < intervals.size(); j++) {
                    times.add(Allen.between(intervals.get(i), intervals.get(j)).code());
                }
            }
        }
    }

    static @Nullable String text(TextKind kind, Evidence evidence, Post post) {
        return switch (kind) {
            case CAPTION -> post.data().caption();
            case ALT_TEXT -> post.data().altText();
            case IMAGE_TEXT -> evidence.writtenInImage();
            case TRANSCRIPT ->
                post.data().transcript() == null
                        ? null
                        : post.data().transcript().text();
        };
    }
}
