package org.conjoint.content;

/** How a transcript is written. */
public enum TranscriptFormat {
    PLAIN("plain"),
    WEBVTT("webvtt"),
    SRT("srt");

    private final String code;

    TranscriptFormat(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no format has this code */
    public static TranscriptFormat of(String code) {
        for (var format : values()) {
            if (format.code.equals(code)) {
                return format;
            }
        }
        throw new IllegalArgumentException("“%s” is not a transcript format; use plain, webvtt or srt".formatted(code));
    }
}
