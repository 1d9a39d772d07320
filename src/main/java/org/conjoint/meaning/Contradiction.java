package org.conjoint.meaning;

/** In what two parts contradict each other. */
public enum Contradiction {
    IRONY("irony"),
    AFFECT("affect"),
    FACT("fact"),
    IDENTITY("identity");

    private final String code;

    Contradiction(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind of contradiction has this code */
    public static Contradiction of(String code) {
        return Codes.find(values(), Contradiction::code, code, "kind of contradiction");
    }
}
