package org.conjoint.calibration;

import org.conjoint.policy.PolicyVersionId;

/**
 * How a panel is to try a version out.
 *
 * @param version the one tried out
 * @param locale the BCP 47 tag of the text that the panel reads; posts are drawn from those judged by that text
 * @param posts how many to draw, 20 to 200; posts with a known answer come on top
 * @param raters how many judge each post under each text, 2 to 5; nobody judges a post under both
 * @param seed the same seed draws the same posts
 */
public record RoundPlan(PolicyVersionId version, String locale, int posts, int raters, long seed) {

    /** Answers of fewer posts say too little about agreement. */
    public static final int LEAST_POSTS = 20;

    public static final int MOST_POSTS = 200;
    public static final int LEAST_RATERS = 2;
    public static final int MOST_RATERS = 5;

    public RoundPlan {
        if (posts < LEAST_POSTS || posts > MOST_POSTS) {
            throw new IllegalArgumentException(
                    "A panel judges %d to %d posts, not %d".formatted(LEAST_POSTS, MOST_POSTS, posts));
        }
        if (raters < LEAST_RATERS || raters > MOST_RATERS) {
            throw new IllegalArgumentException(
                    "A panel has %d to %d raters a post, not %d".formatted(LEAST_RATERS, MOST_RATERS, raters));
        }
    }
}
