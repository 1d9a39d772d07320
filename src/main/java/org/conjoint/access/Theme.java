package org.conjoint.access;

/** The look that an account chose. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
