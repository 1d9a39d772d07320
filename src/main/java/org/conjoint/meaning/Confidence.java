package org.conjoint.meaning;

/** How sure the rater is of a verdict. */
public enum Confidence {
    SURE("sure"),
    FAIRLY("fairly"),
    GUESS("guess");

    private final String code;

    Confidence(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no confidence has this code */
    public static Confidence of(String code) {
        return Codes.find(values(), Confidence::code, code, "confidence");
    }
}
