package org.conjoint.meaning;

/** How two parts relate, read from the top: the first test that is true (Marsh and White, 2003; Martinec and Salway, 2005; Kruk et al., 2019; Otto et al., 2020). */
public enum Relation {
    /** If one is taken at face value the other cannot be, or their feeling is opposite. */
    CONTRADICTS("contradicts"),
    /** One fixes who or what the other is about. */
    TARGETS("targets"),
    /** One judges or reacts to the other. */
    COMMENTS_ON("comments_on"),
    /** One adds facts, time, cause or a next step. */
    EXTENDS("extends"),
    /** One repeats the other. */
    RESTATES("restates"),
    /** Swap it for any other and lose nothing. */
    UNRELATED("unrelated");

    private final String code;

    Relation(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no relation has this code */
    public static Relation of(String code) {
        return Codes.find(values(), Relation::code, code, "relation");
    }
}
