package org.conjoint.calibration;

/** Why a post is in a round. */
public enum Drawn {
    /** Somebody found it borderline, or judged it under a clause that changes. */
    NEAR("near"),
    /** Any other. */
    OTHER("other"),
    /** Its answer is known. */
    KNOWN("known");

    private final String code;

    Drawn(String code) {
        this.code = code;
    }

    /** The name used in the database. */
    public String code() {
        return code;
    }

    static Drawn of(String code) {
        for (var drawn : values()) {
            if (drawn.code.equals(code)) {
                return drawn;
            }
        }
        throw new IllegalArgumentException("No reason is called " + code);
    }
}
