package org.conjoint.work;

/**
 * How far a queue has come; kept with every change, never counted.
 *
 * @param items items in the queue
 * @param wanted answers wanted: items times overlap
 * @param inHand answers being worked on or held
 * @param answered answers given
 * @param skipped times that a rater passed an item on
 * @param flagged times that a rater said that something is wrong with an item
 */
public record QueueCounts(long items, long wanted, long inHand, long answered, long skipped, long flagged) {

    /** Answers that nobody has begun. */
    public long open() {
        return wanted - inHand - answered;
    }
}
