package org.conjoint.moderation;

import org.conjoint.policy.Clause;
import org.jspecify.annotations.Nullable;

/**
 * A clause that reads otherwise in another version.
 *
 * @param clauseId the stable id, such as HAR-2.1
 * @param seen as the rater saw it; {@code null} when that version has none
 * @param now as it reads now; {@code null} when it is gone
 */
public record ClauseChange(
        String clauseId, @Nullable Clause seen, @Nullable Clause now) {}
