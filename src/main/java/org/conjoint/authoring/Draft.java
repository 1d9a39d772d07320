package org.conjoint.authoring;

import java.time.Instant;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A text in the making.
 *
 * @param basedOn the version that it grew out of; null for the first text of a policy
 * @param revision rises by one with each writing
 * @param sentAs the version that it became; null while it is written
 * @param closedAt since when nothing is written in it any more
 */
public record Draft(
        DraftId id,
        String slug,
        @Nullable PolicyVersionId basedOn,
        UserId author,
        int revision,
        Instant openedAt,
        Instant savedAt,
        UserId savedBy,
        @Nullable PolicyVersionId sentAs,
        @Nullable Instant closedAt) {

    /** Whether it is still written. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
