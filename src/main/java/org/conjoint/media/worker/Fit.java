package org.conjoint.media.worker;

/** A size in pixels. */
record Fit(int width, int height) {

    /** The size whose longest side is at most so many pixels, in the same shape; never larger than the original. */
    static Fit within(int width, int height, int longest) {
        int side = Math.max(width, height);
        if (side <= longest) {
            return new Fit(width, height);
        }
        double factor = (double) longest / side;
        return new Fit(Math.max(1, (int) Math.round(width * factor)), Math.max(1, (int) Math.round(height * factor)));
    }

    /** The same with even sides of at least 16, as the video encoder needs them. */
    Fit forVideo() {
        return new Fit(Math.max(16, width & ~1), Math.max(16, height & ~1));
    }
}
