package org.conjoint.meaning;

/** Why a post that touches a clause is allowed. */
public enum BenignReason {
    COUNTER_SPEECH("counter_speech"),
    NEWS("news"),
    EDUCATION("education"),
    ART_FICTION("art_fiction"),
    RECLAIMED("reclaimed"),
    MEDICAL("medical"),
    SELF_EXPRESSION("self_expression"),
    OTHER("other");

    private final String code;

    BenignReason(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no benign reason has this code */
    public static BenignReason of(String code) {
        return Codes.find(values(), BenignReason::code, code, "benign reason");
    }
}
