package org.conjoint.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.content.Post;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.moderation.Verdict;

/**
 * All that is known of a post.
 *
 * @param revisions the newest first
 * @param media its media by id
 * @param verdicts each with its revisions, the newest first; empty for those who may not see others' verdicts
 * @param queues the names of the queues that hold it
 */
public record PostPage(
        Post post,
        List<Post> revisions,
        Map<MediaId, Media> media,
        List<Judged> verdicts,
        List<String> queues,
        boolean seesVerdicts) {

    /**
     * A verdict with where it comes from.
     *
     * @param rater a pseudonym
     * @param under the policy version, as {@code harassment 1.0.0}
     * @param queue the name of the queue in which it was given, if any
     */
    public record Judged(List<Verdict> revisions, String rater, String under, Optional<String> queue) {}
}
