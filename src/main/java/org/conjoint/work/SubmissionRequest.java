package org.conjoint.work;

import java.util.UUID;
import org.conjoint.policy.PolicyVersionId;

/**
 * An answer on its way in.
 *
 * @param policyVersion the version that the rater saw
 * @param body JSON of the whole answer; kept when the answer cannot be accepted
 * @param activeMillis how long the rater worked on it, in milliseconds
 */
public record SubmissionRequest(
        UUID clientId, LeaseId lease, PolicyVersionId policyVersion, String body, long activeMillis) {}
