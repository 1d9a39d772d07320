package org.conjoint.evidence;

import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a picture, or of a video at a moment.
 *
 * @param medium the SHA-256 of the picture's or the video's original bytes, in hex
 * @param pixelWidth the width of the upright original in pixels
 * @param pixelHeight its height
 * @param atMillis for a video, the time of the frame on the clock of the video; otherwise {@code null}
 */
public record Region(
        Shape shape,
        String medium,
        int pixelWidth,
        int pixelHeight,
        @Nullable Long atMillis,
        @Nullable String entity) implements Target {

    @Override
    public Part part() {
        return Part.IMAGE;
    }
}
