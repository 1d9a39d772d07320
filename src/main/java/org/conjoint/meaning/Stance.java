package org.conjoint.meaning;

/** Where the post stands towards what it shows. */
public enum Stance {
    ENDORSES("endorses"),
    CONDEMNS("condemns"),
    REPORTS("reports"),
    MOCKS_TARGET("mocks_target"),
    MOCKS_HOLDER("mocks_holder"),
    INSTRUCTS("instructs"),
    UNCLEAR("unclear");

    private final String code;

    Stance(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no stance has this code */
    public static Stance of(String code) {
        return Codes.find(values(), Stance::code, code, "stance");
    }
}
