package org.conjoint.calibration;

import java.util.Locale;

/** On what a panel agreed. */
enum Measure {
    /** The joint grade under the text tried out. */
    JOINT,
    /** Whether a severe clause is violated, under the text tried out. */
    SEVERE,
    /** The joint grade under the text in force. */
    OLD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Measure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
