package org.conjoint.appeals;

import org.conjoint.moderation.Verdict;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * An appeal with all that one decides by.
 *
 * @param verdict at the revision that is appealed
 * @param standing the revision that stands today; {@code null} when the verdict was taken back
 * @param then the text that the rater saw
 * @param now the text in force; {@code null} when none is
 * @param hindrance why the current user cannot decide it, in a sentence; {@code null} when the user can
 */
public record AppealCase(
        Appeal appeal,
        Verdict verdict,
        @Nullable Integer standing,
        PolicyVersion then,
        @Nullable PolicyVersion now,
        @Nullable String hindrance) {}
