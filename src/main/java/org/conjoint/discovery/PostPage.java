package org.conjoint.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
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
 * @param relatives its original, then its first twins; empty for those who may not see others' verdicts
 * @param mayTwin whether the current user may make a twin of it
 */
public record PostPage(
        Post post,
        List<Post> revisions,
        Map<MediaId, Media> media,
        List<Judged> verdicts,
        List<String> queues,
        boolean seesVerdicts,
        List<Relative> relatives,
        boolean mayTwin) {

    /**
     * The original of a twin, or a twin of the post.
     *
     * @param name its external id
     * @param original whether it is what the post was made from
     * @param changed the part in which the two differ
     * @param expected the joint grade that is expected of the twin among the two
     */
    public record Relative(PostId id, String name, boolean original, Part changed, JointGrade expected) {}

    /**
     * A verdict with where it comes from.
     *
     * @param rater a pseudonym
     * @param under the policy version, as {@code harassment 1.0.0}
     * @param queue the name of the queue in which it was given, if any
     */
    public record Judged(List<Verdict> revisions, String rater, String under, Optional<String> queue) {}
}
