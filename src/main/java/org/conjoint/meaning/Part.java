package org.conjoint.meaning;

/**
 * A part of a post. Text drawn inside the image belongs to the image; emoji, hashtags, mentions and alt text to the
 * caption; speech, lyrics and noises to the audio. A video is image and audio on one clock.
 */
public enum Part {
    IMAGE("image"),
    CAPTION("caption"),
    AUDIO("audio");

    private final String code;

    Part(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no part has this code */
    public static Part of(String code) {
        return Codes.find(values(), Part::code, code, "part");
    }
}
