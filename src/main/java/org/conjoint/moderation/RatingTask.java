package org.conjoint.moderation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.content.Post;
import org.conjoint.evidence.Sources;
import org.conjoint.meaning.Part;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.work.Lease;
import org.conjoint.work.QueueCounts;
import org.conjoint.work.QueueData;

/** What the rating screen shows next. */
public sealed interface RatingTask {

    /**
     * A post to judge.
     *
     * @param parts the parts that the post has
     * @param media the post's media by id
     * @param sources what evidence can point at
     * @param draft where the rater left off; the empty form at the beginning
     * @param draftRevision 0 when there is no draft
     * @param mine what the rater has done in this queue
     * @param ahead what comes next, for the browser to fetch meanwhile
     */
    record Judge(
            Lease lease,
            QueueData queue,
            Post post,
            Set<Part> parts,
            Map<MediaId, Media> media,
            Sources sources,
            PolicyVersion policyVersion,
            VerdictForm draft,
            int draftRevision,
            QueueCounts mine,
            List<Ahead> ahead)
            implements RatingTask {

        /** The same post with another form to go on from. */
        public Judge withDraft(VerdictForm form) {
            return new Judge(
                    lease, queue, post, parts, media, sources, policyVersion, form, draftRevision, mine, ahead);
        }

        /** What a form on this task is checked against. */
        public VerdictContext context() {
            return new VerdictContext(parts, policyVersion, queue.protocol(), sources);
        }
    }

    /** A post already leased to the rater. */
    record Ahead(Lease lease, Post post, Map<MediaId, Media> media) {}

    /** Nothing is left for this rater. @param held what the rater holds in this queue */
    record Nothing(QueueData queue, QueueCounts counts, QueueCounts mine, List<Lease> held) implements RatingTask {}
}
