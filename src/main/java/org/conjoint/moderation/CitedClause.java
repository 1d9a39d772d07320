package org.conjoint.moderation;

import org.conjoint.meaning.Part;
import org.conjoint.policy.ClauseVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A clause as a verdict cites it.
 *
 * @param part {@code null} when it is cited for the whole
 * @param textHash SHA-256 of the clause's text in the locale that the rater saw
 */
public record CitedClause(@Nullable Part part, ClauseVersionId version, String clauseId, String textHash) {}
