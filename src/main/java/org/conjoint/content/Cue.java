package org.conjoint.content;

import java.util.regex.Pattern;

/**
 * A piece of a transcript and when it is heard.
 *
 * @param startMillis from the beginning of the sound, in milliseconds
 * @param endMillis in milliseconds, not before the start
 * @param text the text of the cue with its markup, lines separated by LF
 */
public record Cue(long startMillis, long endMillis, String text) {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    public Cue {
        if (startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException(
                    "A cue ends after it starts, not from %d ms to %d ms".formatted(startMillis, endMillis));
        }
    }

    /** The text without markup, character references resolved. */
    public String words() {
        return TAG.matcher(text)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00A0")
                .replace("&lrm;", "\u200E")
                .replace("&rlm;", "\u200F")
                .replace("&amp;", "&");
    }
}
