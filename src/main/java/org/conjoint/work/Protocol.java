package org.conjoint.work;

/** In which order the parts of a post are judged. */
public enum Protocol {
    /** Each part alone first, then the whole. */
    STAGED("staged"),
    /** Only the whole. */
    WHOLE_ONLY("whole_only");

    private final String code;

    Protocol(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no protocol has this code */
    public static Protocol of(String code) {
        return Codes.find(values(), Protocol::code, code, "protocol");
    }
}
