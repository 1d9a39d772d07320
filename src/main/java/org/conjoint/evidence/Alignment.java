package org.conjoint.evidence;

import java.util.Arrays;

/** How the sound goes with what it is linked to, in time. */
public enum Alignment {
    THROUGHOUT("throughout"),
    AT_MOMENT("at_moment"),
    SEQUENCE("sequence"),
    INDEPENDENT("independent");

    private final String code;

    Alignment(String code) {
        this.code = code;
    }

    /** The name used in files. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no alignment has this code */
    public static Alignment of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“%s” is not an alignment".formatted(code)));
    }
}
