package org.conjoint.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What evidence can point at in a post.
 *
 * @param texts the texts exactly as shown; the text inside the picture comes with the evidence
 * @param picture {@code null} where the post has no picture
 * @param sound {@code null} where the post has no sound
 */
public record Sources(
        Map<TextKind, String> texts,
        @Nullable Picture picture,
        @Nullable Sound sound) {

    /** Nothing to point at. */
    public static final Sources NONE = new Sources(Map.of(), null, null);

    public Sources {
        texts = Map.copyOf(texts);
    }

    /**
     * A picture or a video.
     *
     * @param medium the SHA-256 of its original bytes
     * @param durationMillis 0 for a picture that stands still
     */
    public record Picture(String medium, int pixelWidth, int pixelHeight, long durationMillis) {}

    /** @param proxy the SHA-256 of the canonical proxy's bytes */
    public record Sound(String proxy, long durationMillis) {}
}
