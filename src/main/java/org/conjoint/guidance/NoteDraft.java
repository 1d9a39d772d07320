package org.conjoint.guidance;

import org.conjoint.content.PostAt;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A note on its way to the authors of a policy.
 *
 * @param version the one that its sender read
 * @param locale the BCP 47 tag of the text that its sender read
 * @param clauseId the clause that it is about; {@code null} for the policy as a whole
 * @param post the post at hand
 * @param text 1 to {@link RaterNotes#LONGEST} characters
 */
public record NoteDraft(
        PolicyVersionId version, String locale, @Nullable String clauseId, PostAt post, String text) {}
