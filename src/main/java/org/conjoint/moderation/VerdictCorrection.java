package org.conjoint.moderation;

import java.util.UUID;

/**
 * A new revision of a verdict, under the policy version of the first.
 *
 * @param baseRevision the revision that was on the screen
 * @param reason why, 1 to 500 characters
 */
public record VerdictCorrection(UUID clientId, VerdictId verdict, int baseRevision, VerdictForm form, String reason) {}
