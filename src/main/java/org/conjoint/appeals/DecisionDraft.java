package org.conjoint.appeals;

import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A decision on its way.
 *
 * @param then under the text that the rater saw
 * @param nowVersion the version that was shown as the text now; {@code null} when none was in force
 * @param now under that version; {@code null} when none was in force
 */
public record DecisionDraft(
        AppealId appeal,
        AppealAnswer then,
        @Nullable PolicyVersionId nowVersion,
        @Nullable AppealAnswer now) {}
