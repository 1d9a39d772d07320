package org.conjoint.agreement;

/** How far the answers to some items agree. */
public sealed interface Agreement {

    /** Items with at least two answers; others say nothing about agreement. */
    int items();

    /**
     * Krippendorff's α.
     *
     * @param alpha 1 for perfect agreement, 0 for what chance gives, below 0 for less
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     */
    record Measured(int items, double alpha, double low, double high) implements Agreement {}

    /** All answers are the same, so that there is nothing by which agreement could be told from chance. */
    record AllTheSame(int items) implements Agreement {}

    /** No item has two answers. */
    record NoPairs() implements Agreement {
        @Override
        public int items() {
            return 0;
        }
    }
}
