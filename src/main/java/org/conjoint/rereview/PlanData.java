package org.conjoint.rereview;

import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.QueueData;
import org.jspecify.annotations.Nullable;

/**
 * What is read again because of a version.
 *
 * @param name of the queue, 1 to 200 characters
 * @param overlap answers wanted for each post, 1 to {@link QueueData#MOST_OVERLAP}
 * @param most how many posts at most; null for all
 * @param clarifySample how many borderline and disputed posts are added where a clause only became clearer
 */
public record PlanData(
        PolicyVersionId target,
        String name,
        int overlap,
        @Nullable Long most,
        int clarifySample) {

    /** The most posts of a sample. */
    public static final int MOST_SAMPLED = 1000;

    public PlanData {
        name = name.strip();
        require(!name.isEmpty() && name.length() <= 200, "The name of a queue has 1 to 200 characters");
        require(
                overlap >= 1 && overlap <= QueueData.MOST_OVERLAP,
                "Each post gets 1 to %d answers, not %d".formatted(QueueData.MOST_OVERLAP, overlap));
        require(most == null || most > 0, "A limit is at least one post");
        require(
                clarifySample >= 0 && clarifySample <= MOST_SAMPLED,
                "A sample has at most %d posts".formatted(MOST_SAMPLED));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
