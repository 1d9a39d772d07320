package org.conjoint.guidance;

import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * What of a policy somebody had before them.
 *
 * @param slug of the policy
 * @param locale the BCP 47 tag of the text
 * @param clause {@code null} for the policy as a whole
 */
public record Reading(
        String slug,
        PolicyVersionId version,
        String locale,
        @Nullable Wording clause) {}
