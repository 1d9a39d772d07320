package org.conjoint.policy;

/** How grave a violation of a clause is; it decides shields and the gate on agreement. */
public enum ClauseSeverity {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    SEVERE("severe");

    private final String code;

    ClauseSeverity(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no severity has this code */
    public static ClauseSeverity of(String code) {
        return Codes.find(values(), ClauseSeverity::code, code, "severity");
    }
}
