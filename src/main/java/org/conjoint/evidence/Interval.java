package org.conjoint.evidence;

import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of sound, half-open, in milliseconds on the canonical proxy.
 *
 * @param proxy the SHA-256 of the proxy's bytes, in hex
 * @param words what is said then, where it was chosen by its words; otherwise {@code null}
 */
public record Interval(
        long startMillis,
        long endMillis,
        String proxy,
        @Nullable String words,
        @Nullable String entity) implements Target {

    @Override
    public Part part() {
        return Part.AUDIO;
    }
}
