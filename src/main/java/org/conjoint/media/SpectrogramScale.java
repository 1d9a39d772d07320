package org.conjoint.media;

/**
 * How a spectrogram is read: one column of pixels for so many milliseconds of the canonical sound, from its beginning;
 * {@link #ROWS} rows of equal height on the mel scale, the highest at the top; grey from {@link #FLOOR_DB} (black) to
 * full scale (white).
 *
 * @param columnMillis milliseconds of a column, a multiple of 10
 * @param columns of the picture; the last one may be partly after the end
 */
public record SpectrogramScale(int columnMillis, int columns) {
    public static final int ROWS = 128;
    /** Hertz at the upper edge of the picture; the lower edge is 0. */
    public static final int HIGHEST_HERTZ = 8000;
    /** Decibels of black below a sine of full scale. */
    public static final int FLOOR_DB = -90;
    /** Milliseconds between two analysed windows, the least a column can be. */
    public static final int STEP_MILLIS = 10;
    /** What a WebP holds at most is 16,383 pixels. */
    private static final int MOST_COLUMNS = 16_000;

    /** Of a sound of so many milliseconds. */
    public static SpectrogramScale of(long durationMillis) {
        long steps = Math.max(1, Math.ceilDiv(durationMillis, STEP_MILLIS));
        int column = STEP_MILLIS * Math.toIntExact(Math.ceilDiv(steps, MOST_COLUMNS));
        return new SpectrogramScale(column, Math.toIntExact(Math.ceilDiv(Math.max(1, durationMillis), column)));
    }

    /** Where a frequency stands, in rows from the upper edge. */
    public static double row(double hertz) {
        return ROWS * (1 - mel(hertz) / mel(HIGHEST_HERTZ));
    }

    /** The frequency so many rows below the upper edge, in hertz. */
    public static double hertz(double row) {
        return 700 * (Math.pow(10, mel(HIGHEST_HERTZ) * (1 - row / ROWS) / 2595) - 1);
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }
}
