package org.conjoint.guidance;

import org.jspecify.annotations.Nullable;

/**
 * Which notes to read; {@code null} means any.
 *
 * @param slug of a policy
 * @param clauseId a clause of that policy
 */
public record NoteFilter(
        @Nullable NoteState state,
        @Nullable String slug,
        @Nullable String clauseId) {

    public static final NoteFilter OPEN = new NoteFilter(NoteState.OPEN, null, null);
}
