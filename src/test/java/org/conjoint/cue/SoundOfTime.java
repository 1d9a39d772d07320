package org.conjoint.cue;

import java.io.IOException;
import java.io.OutputStream;

/** Noise that never repeats, so that a few hundredths of a second of it tell their own time. */
final class SoundOfTime {
    private static final int STRIDE = 4;
    private static final double LEAST_LIKENESS = 0.5;

    private SoundOfTime() {}

    /** The sample with this number, from −1 to 1; louder and quieter by the half second. */
    static double at(long sample, int rate) {
        long point = Math.floorDiv(sample, STRIDE);
        double within = (double) Math.floorMod(sample, STRIDE) / STRIDE;
        double loudness = 0.15 + 0.35 * Math.abs(hash(-1 - 2 * sample / rate));
        return loudness * (hash(point) * (1 - within) + hash(point + 1) * within);
    }

    private static double hash(long number) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (mixed ^ (mixed >>> 31)) / (double) Long.MAX_VALUE;
    }

    /** Writes samples of 16 bits, lowest byte first. */
    static void write(OutputStream out, int rate, double seconds) throws IOException {
        long samples = Math.round(seconds * rate);
        var block = new byte[1 << 16];
        int filled = 0;
        for (long i = 0; i < samples; i++) {
            int value = (int) Math.round(32767 * at(i, rate));
            block[filled++] = (byte) value;
            block[filled++] = (byte) (value >> 8);
            if (filled == block.length) {
                out.write(block);
                filled = 0;
            }
        }
        out.write(block, 0, filled);
    }

    /**
     * How many samples later than expected a piece of sound is found in its reference: where the two are most alike.
     *
     * @param reference begins {@code reach} samples before the place where the piece is expected
     * @throws AssertionError when the piece is not found at all
     */
    static int lag(float[] piece, float[] reference, int reach) {
        int best = 0;
        double most = -1;
        for (int lag = 0; lag + piece.length <= reference.length; lag++) {
            double likeness = likeness(piece, reference, lag);
            if (likeness > most) {
                most = likeness;
                best = lag;
            }
        }
        if (most < LEAST_LIKENESS) {
            throw new AssertionError("What was heard is not found near its time: likeness " + most);
        }
        return best - reach;
    }

    private static double likeness(float[] piece, float[] reference, int from) {
        double together = 0;
        double first = 1e-12;
        double second = 1e-12;
        for (int i = 0; i < piece.length; i++) {
            together += piece[i] * reference[from + i];
            first += piece[i] * piece[i];
            second += reference[from + i] * reference[from + i];
        }
        return together / Math.sqrt(first * second);
    }
}
