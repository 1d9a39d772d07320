package org.conjoint.work;

import java.time.Instant;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * An item in a rater's hand.
 *
 * @param subject at the revision that is judged
 * @param policyVersion in force when it was taken; it judges the item whatever comes into force meanwhile
 * @param locale the BCP 47 tag of the policy text that is served
 * @param holdReason why it is held; {@code null} while it is worked on
 */
public record Lease(
        LeaseId id,
        QueueId queue,
        ItemId item,
        Subject subject,
        PolicyVersionId policyVersion,
        String locale,
        Instant takenAt,
        Instant expiresAt,
        @Nullable String holdReason) {

    public boolean isHeld() {
        return holdReason != null;
    }
}
