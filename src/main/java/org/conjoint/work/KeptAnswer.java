package org.conjoint.work;

import java.time.Instant;
import java.util.UUID;
import org.conjoint.policy.PolicyVersionId;

/**
 * An answer that could not be accepted.
 *
 * @param cause {@code policy_changed} or the code of a {@link LossCause}
 * @param policyVersion the version that the rater saw
 * @param body JSON as it was sent
 */
public record KeptAnswer(
        UUID clientId, LeaseId lease, String cause, PolicyVersionId policyVersion, String body, Instant keptAt) {}
