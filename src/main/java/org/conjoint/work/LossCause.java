package org.conjoint.work;

/** Why a lease is no longer its rater's. */
public enum LossCause {
    /** Its time ran out and the place is open again. */
    EXPIRED("expired"),
    /** Its time ran out and someone else has the place. */
    TAKEN("taken"),
    /** The rater has answered it already. */
    ANSWERED("answered"),
    /** There is no such lease, or it never was this rater's. */
    UNKNOWN("unknown");

    private final String code;

    LossCause(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no cause has this code */
    public static LossCause of(String code) {
        return Codes.find(values(), LossCause::code, code, "cause");
    }
}
