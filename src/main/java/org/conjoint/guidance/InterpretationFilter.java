package org.conjoint.guidance;

import org.jspecify.annotations.Nullable;

/**
 * Which interpretations to read; {@code null} means any.
 *
 * @param slug of a policy
 * @param clauseId a clause of that policy
 */
public record InterpretationFilter(
        @Nullable InterpretationState state,
        @Nullable String slug,
        @Nullable String clauseId) {

    public static final InterpretationFilter OPEN = new InterpretationFilter(InterpretationState.OPEN, null, null);
}
