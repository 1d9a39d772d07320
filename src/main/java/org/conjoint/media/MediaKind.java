package org.conjoint.media;

/** What a person perceives: decided by decoding, never by a file's name. */
public enum MediaKind {
    IMAGE("image"),
    AUDIO("audio"),
    VIDEO("video"),
    /** Time series: not perceived itself, drawn under the clock of the others. */
    SENSORS("sensors");

    private final String code;

    MediaKind(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind has this code */
    public static MediaKind of(String code) {
        for (var kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of medium is called " + code);
    }
}
