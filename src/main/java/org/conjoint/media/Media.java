package org.conjoint.media;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A medium as it is known.
 *
 * @param kind absent until decoded, and when nothing in the bytes tells
 * @param contentType sniffed from the bytes, like {@code image/jpeg}
 * @param bytes size of the original
 * @param width pixels of the upright picture
 * @param height pixels of the upright picture
 * @param frames pictures it holds, at most as many as were looked at; above 1 an image moves and has a video proxy
 * @param durationMillis milliseconds on the canonical proxy
 * @param loudnessLufs integrated loudness (EBU R 128); absent for silence and for less than 0.4 s of sound
 * @param perceptualHash 64 bits that change little when the picture does (OpenCV's PHash); for a video, of its poster
 * @param derivatives what can be served, in the order of {@link DerivativeKind}
 */
public record Media(
        MediaId id,
        @Nullable MediaKind kind,
        String contentType,
        long bytes,
        MediaState state,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer frames,
        @Nullable Long durationMillis,
        @Nullable Double loudnessLufs,
        @Nullable Long perceptualHash,
        boolean hasSound,
        List<Derivative> derivatives) {

    public Media {
        derivatives = List.copyOf(derivatives);
    }

    /** Whether its derivatives can be served. */
    public boolean isReady() {
        return state instanceof MediaState.Ready;
    }

    /** Whether it is an image that moves. */
    public boolean animated() {
        return kind == MediaKind.IMAGE && frames != null && frames > 1;
    }

    /** The derivative of that kind, if it was made. */
    public Optional<Derivative> derivative(DerivativeKind wanted) {
        return derivatives.stream().filter(d -> d.kind() == wanted).findFirst();
    }
}
