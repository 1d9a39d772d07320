package org.conjoint.meaning;

/** The order of harm, none &lt; borderline &lt; violating, by which grades are compared. */
enum Severity {
    NONE,
    BORDERLINE,
    VIOLATING;

    boolean above(Severity other) {
        return compareTo(other) > 0;
    }

    static Severity worse(Severity a, Severity b) {
        return a.above(b) ? a : b;
    }
}
