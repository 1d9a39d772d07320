package org.conjoint.moderation;

import java.time.Instant;
import org.conjoint.content.PostId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;

/**
 * A verdict from a file.
 *
 * @param externalId names it within everything ever imported, at most 300 characters
 * @param rater an account of an imported rater
 * @param locale the BCP 47 tag of the policy text that was seen, as far as known
 * @param form parts not graded there are {@code not_viewed}; clauses, reading and pairs may be missing
 * @param submittedAt when it was given, as far as known
 */
public record ImportedVerdict(
        String externalId,
        PostId post,
        int postRevision,
        UserId rater,
        PolicyVersionId policyVersion,
        String locale,
        VerdictForm form,
        Instant submittedAt) {}
