package org.conjoint.meaning;

/** By what the sound carries meaning; a transcript keeps only the words. */
public enum AudioChannel {
    WORDS("words"),
    VOICE("voice"),
    MUSIC("music"),
    SOUND("sound");

    private final String code;

    AudioChannel(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no audio channel has this code */
    public static AudioChannel of(String code) {
        return Codes.find(values(), AudioChannel::code, code, "audio channel");
    }
}
