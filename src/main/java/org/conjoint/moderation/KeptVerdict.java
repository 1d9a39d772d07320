package org.conjoint.moderation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.conjoint.content.PostId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.LossCause;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that was sent too late or under another policy version: kept whole, counted nowhere.
 *
 * @param clientId the id under which it was sent
 * @param cause why the lease was gone; empty when the policy had changed
 * @param policyVersion the version that the rater saw
 * @param post {@code null} when its place is no longer there
 */
public record KeptVerdict(
        UUID clientId,
        Optional<LossCause> cause,
        PolicyVersionId policyVersion,
        @Nullable PostId post,
        VerdictForm form,
        Instant keptAt) {}
