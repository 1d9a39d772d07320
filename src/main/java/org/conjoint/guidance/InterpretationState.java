package org.conjoint.guidance;

import java.util.Locale;

/** Where an interpretation stands. */
public enum InterpretationState {
    OPEN,
    /** A version says it now. */
    FOLDED,
    REJECTED;

    /** The name used in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InterpretationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
