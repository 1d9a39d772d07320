package org.conjoint.moderation;

import java.time.Instant;
import java.util.List;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Composition;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * A verdict at one of its revisions.
 *
 * @param supersededAt when a later revision, or an undo, took its place; {@code null} while it stands
 * @param externalId its id in the file that it was imported from
 * @param queue {@code null} for an imported verdict
 * @param locale the BCP 47 tag of the policy text that the rater saw
 * @param cited every clause cited, with version and text hash
 * @param trial whether it tries something out and is no verdict on the post
 * @param attention what the rater did with the post; {@link Attention#NONE} when not known
 */
public record Verdict(
        VerdictId id,
        int revision,
        long submissionId,
        @Nullable Instant supersededAt,
        @Nullable String externalId,
        PostId post,
        int postRevision,
        @Nullable QueueId queue,
        boolean trial,
        UserId rater,
        PolicyVersionId policyVersion,
        String locale,
        VerdictForm form,
        List<CitedClause> cited,
        Composition composition,
        Carriers carriers,
        Attention attention,
        Instant submittedAt) {

    /** How long the rater worked on it, in milliseconds; 0 when not known. */
    public long activeMillis() {
        return attention.activeMillis();
    }
}
