package org.conjoint.guidance;

import org.conjoint.content.PostId;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * An interpretation on its way.
 *
 * @param version of the policy on whose text it is written
 * @param locale the BCP 47 tag of that text
 * @param post the deciding post, at its current revision
 * @param note the note of a rater that it answers
 * @param text {@link Interpretations#SHORTEST} to {@link Interpretations#LONGEST} characters
 */
public record InterpretationDraft(
        PolicyVersionId version,
        String locale,
        String clauseId,
        PostId post,
        @Nullable NoteId note,
        String text) {}
