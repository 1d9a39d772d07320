package org.conjoint.meaning;

/** The answer to: would these two parts alone get the same joint grade? */
public enum PairAnswer {
    YES("yes"),
    NO("no"),
    UNSURE("unsure");

    private final String code;

    PairAnswer(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no answer has this code */
    public static PairAnswer of(String code) {
        return Codes.find(values(), PairAnswer::code, code, "answer about a pair");
    }
}
