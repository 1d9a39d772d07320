package org.conjoint.policy;

/** Which way a change of scope goes. */
public enum ScopeDirection {
    /** Content enters; what found no violation may do so now. */
    WIDEN("widen"),
    /** Content leaves; what found a violation may not do so any more. */
    NARROW("narrow");

    private final String code;

    ScopeDirection(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no direction has this code */
    public static ScopeDirection of(String code) {
        return Codes.find(values(), ScopeDirection::code, code, "direction");
    }
}
