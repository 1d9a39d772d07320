package org.conjoint.work;

import org.jspecify.annotations.Nullable;

/**
 * How an item stands for a user; nothing about who else answered, how many, or what.
 *
 * @param inHand the user's lease; {@code null} when the user has none
 * @param answeredByOthers whether anyone else has
 * @param refusal why the user cannot have it; {@code null} when the user can
 */
public record ItemStanding(
        QueueId queue,
        @Nullable Lease inHand,
        boolean answeredByOthers,
        @Nullable TakeRefusal refusal) {}
