package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.javacpp.IntPointer;

/** How a stored picture must be turned to stand upright: EXIF's eight cases. */
enum Orientation {
    UPRIGHT("null", false),
    MIRRORED("hflip", false),
    HALF_TURN("vflip,hflip", false),
    FLIPPED("vflip,copy", false),
    TRANSPOSED("transpose=cclock_flip", true),
    QUARTER_TURN("transpose=clock", true),
    TRANSVERSED("transpose=clock_flip", true),
    THREE_QUARTER_TURN("transpose=cclock", true);

    /** The filters of libavfilter that turn it upright; the last one writes new rows, for vflip alone only reverses them. */
    final String filters;
    /** Whether width and height change places. */
    final boolean swaps;

    Orientation(String filters, boolean swaps) {
        this.filters = filters;
        this.swaps = swaps;
    }

    /** From EXIF's tag 0x0112; anything but 2 to 8 is upright. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /** From the display matrix of a track or a HEIF item, rounded to quarter turns. */
    static Orientation ofMatrix(IntPointer matrix) {
        boolean mirrored = (long) matrix.get(0) * matrix.get(4) - (long) matrix.get(1) * matrix.get(3) < 0;
        if (mirrored) {
            // The matrix is a horizontal flip followed by a rotation.
            int turns = quarterTurns(-matrix.get(0), -matrix.get(1));
            return switch (turns) {
                case 0 -> MIRRORED;
                case 1 -> TRANSVERSED;
                case 2 -> FLIPPED;
                default -> TRANSPOSED;
            };
        }
        double angle = av_display_rotation_get(matrix);
        if (Double.isNaN(angle)) {
            return UPRIGHT;
        }
        return switch (Math.floorMod(Math.round(-angle / 90), 4)) {
            case 0 -> UPRIGHT;
            case 1 -> QUARTER_TURN;
            case 2 -> HALF_TURN;
            default -> THREE_QUARTER_TURN;
        };
    }

    /** Clockwise quarter turns of the vector that the matrix makes of (1, 0). */
    private static int quarterTurns(int x, int y) {
        return (int) Math.floorMod(Math.round(Math.toDegrees(Math.atan2(y, x)) / 90), 4L);
    }
}
