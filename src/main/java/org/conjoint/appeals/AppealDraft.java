package org.conjoint.appeals;

import org.conjoint.moderation.VerdictId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal on its way.
 *
 * @param reference by which another system knows it, at most 200 characters; the same sent again is taken once
 * @param statement the appellant's words, 1 to {@link Appeals#LONGEST_STATEMENT} characters
 */
public record AppealDraft(VerdictId verdict, @Nullable String reference, String statement) {}
