package org.conjoint.moderation;

import java.util.UUID;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.LeaseId;

/**
 * A finished form on its way in.
 *
 * @param clientId made once by the client for this answer; sending again with it is safe
 * @param policyVersion the version that the rater saw
 * @param attention what the rater did with the post meanwhile
 */
public record VerdictSubmission(
        UUID clientId, LeaseId lease, PolicyVersionId policyVersion, VerdictForm form, Attention attention) {}
