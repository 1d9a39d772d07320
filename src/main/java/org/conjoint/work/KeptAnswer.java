package org.conjoint.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * An answer that could not be accepted.
 *
 * @param cause {@code policy_changed} or the code of a {@link LossCause}
 * @param policyVersion the version that the rater saw
 * @param body JSON as it was sent
 * @param subject what it is about; {@code null} when its place is no longer there
 */
public record KeptAnswer(
        UUID clientId,
        LeaseId lease,
        String cause,
        PolicyVersionId policyVersion,
        String body,
        Instant keptAt,
        @Nullable Subject subject) {

    /** The item that it answers. */
    public ItemId item() {
        return PlaceRows.item(lease);
    }

    /** Why the lease was gone; empty when the policy had changed. */
    public Optional<LossCause> lossCause() {
        return cause.equals(Submissions.POLICY_CHANGED) ? Optional.empty() : Optional.of(LossCause.of(cause));
    }
}
