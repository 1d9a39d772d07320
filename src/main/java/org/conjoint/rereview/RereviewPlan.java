package org.conjoint.rereview;

import java.time.Instant;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * The re-review that a version calls for; each version has one.
 *
 * @param queue where its posts are; null until the version is in force
 * @param posts how many were put in so far
 * @param filledAt when the last was put in; null while it waits or is being filled
 */
public record RereviewPlan(
        PlanId id,
        PlanData data,
        @Nullable QueueId queue,
        long posts,
        UserId plannedBy,
        Instant plannedAt,
        @Nullable Instant begunAt,
        @Nullable Instant filledAt) {

    /** Whether it waits for its version to be in force. */
    public boolean waits() {
        return begunAt == null;
    }
}
