package org.conjoint.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended.
 *
 * @param view the view of the index on which it was made, so that following pages see the same
 * @param score of its last hit
 * @param at of its last hit, in milliseconds
 * @param id of its last hit
 */
record Cursor(long view, float score, long at, String id) {

    String write() {
        var text = "%d %d %d %s".formatted(view, Float.floatToIntBits(score), at, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text was not written by {@link #write}. */
    static Optional<Cursor> read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            Long.parseLong(parts[0]),
                            Float.intBitsToFloat(Integer.parseInt(parts[1])),
                            Long.parseLong(parts[2]),
                            parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
