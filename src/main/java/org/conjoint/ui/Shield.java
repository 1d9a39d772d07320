package org.conjoint.ui;

import java.util.Arrays;
import java.util.Optional;

/** A way to see or hear a post with less force. That nothing plays by itself is no shield: it always holds. */
public enum Shield {
    /** Pictures and videos are blurred until they are revealed. */
    BLUR("blur"),
    /** Pictures and videos are without colours. */
    GREYSCALE("greyscale"),
    /** Pictures and videos are drawn as lines. */
    EDGES("edges"),
    /** Pictures and videos are small until they are opened. */
    THUMBNAIL("thumbnail"),
    /** Alt text and transcript come before picture and sound. */
    TRANSCRIPT("transcript"),
    /** Sounds are silent until they are turned on. */
    MUTED("muted"),
    /** Sounds are brought to one loudness. */
    LEVELLED("levelled"),
    /** Sounds are without high tones. */
    SOFT("soft"),
    /** Sounds and videos play at half the speed. */
    HALF_SPEED("half-speed");

    private final String code;

    Shield(String code) {
        this.code = code;
    }

    /** The name used in pages and in the database. */
    public String code() {
        return code;
    }

    /** Empty when no shield has this code. */
    public static Optional<Shield> find(String code) {
        return Arrays.stream(values())
                .filter(shield -> shield.code.equals(code))
                .findFirst();
    }
}
