package org.conjoint.appeals;

/** Which appeals to read. */
public enum AppealFilter {
    OPEN,
    DECIDED,
    ALL
}
