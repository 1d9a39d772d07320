package org.conjoint.moderation.staleness;

import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A decision to keep what is stale, as far as changes up to a version make it so; what later versions change counts anew.
 *
 * @param clauseId whose changes count no more; null when one verdict is kept
 * @param verdict which is kept; null when it is all that the changes of a clause make stale
 */
public record Grandfathered(
        GrandfatheredId id,
        PolicyVersionId target,
        @Nullable String clauseId,
        @Nullable VerdictId verdict,
        Kept kept) {}
