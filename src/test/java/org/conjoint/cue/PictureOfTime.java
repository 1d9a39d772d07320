package org.conjoint.cue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Pictures that say their own number: sixteen bars, white for ones and black for zeros, the highest bit first. */
final class PictureOfTime {
    static final int BARS = 16;
    static final int WIDTH = 20 * BARS;
    static final int HEIGHT = 64;

    private PictureOfTime() {}

    /** Writes grey pictures, a byte each pixel. */
    static void write(OutputStream out, int pictures) throws IOException {
        var row = new byte[WIDTH];
        for (int number = 0; number < pictures; number++) {
            for (int bar = 0; bar < BARS; bar++) {
                boolean one = (number >> (BARS - 1 - bar) & 1) == 1;
                Arrays.fill(row, bar * WIDTH / BARS, (bar + 1) * WIDTH / BARS, (byte) (one ? 255 : 0));
            }
            for (int y = 0; y < HEIGHT; y++) {
                out.write(row);
            }
        }
    }
}
