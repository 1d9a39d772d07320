package org.conjoint.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conjoint.content.Post;
import org.conjoint.evidence.Evidence;
import org.conjoint.evidence.TextKind;
import org.conjoint.evidence.WebAnnotations;
import org.conjoint.moderation.Verdict;
import tools.jackson.databind.JsonNode;

/** The evidence of a verdict as W3C Web Annotations, one a link. */
final class ExportedAnnotations {

    private ExportedAnnotations() {}

    /** @param rater a pseudonym */
    static List<JsonNode> of(Verdict verdict, Post post, String rater) {
        var evidence = verdict.form().evidence();
        var name = "urn:conjoint:verdict:%d:%d".formatted(verdict.id().value(), verdict.revision());
        var texts = texts(evidence, post);
        return evidence.links().stream()
                .<JsonNode>map(link -> WebAnnotations.write(
                        link,
                        evidence,
                        new WebAnnotations.About(
                                name + ":" + encoded(link.id()),
                                post(post),
                                texts,
                                rater,
                                verdict.submittedAt().toString())))
                .toList();
    }

    /** The IRI of a post at a revision, the same in every export; a post without a source has an empty one. */
    private static String post(Post post) {
        var source = post.data().source();
        return "urn:conjoint:post:%s:%s:%d"
                .formatted(
                        source == null ? "" : encoded(source),
                        encoded(post.data().externalId()),
                        post.revision());
    }

    private static Map<TextKind, String> texts(Evidence evidence, Post post) {
        var texts = new EnumMap<TextKind, String>(TextKind.class);
        for (var kind : TextKind.values()) {
            var text = ExportedEvidence.text(kind, evidence, post);
            if (text != null) {
                texts.put(kind, text);
            }
        }
        return texts;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
