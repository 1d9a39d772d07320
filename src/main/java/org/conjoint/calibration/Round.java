package org.conjoint.calibration;

import java.time.Instant;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * A round in which a panel tries a version out.
 *
 * @param against the version that was in force when it was opened; null when none was
 * @param number counts the rounds of the version
 * @param newText the queue under the version tried out
 * @param oldText the queue under the version in force; null when none was
 * @param closedAt when its figures were written; null before, and when it was broken off
 * @param withdrawnAt when it was broken off
 */
public record Round(
        RoundId id,
        PolicyVersionId version,
        @Nullable PolicyVersionId against,
        int number,
        String locale,
        int raters,
        QueueId newText,
        @Nullable QueueId oldText,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant withdrawnAt) {

    public boolean isOpen() {
        return closedAt == null && withdrawnAt == null;
    }
}
