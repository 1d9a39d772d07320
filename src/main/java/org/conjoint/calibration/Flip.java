package org.conjoint.calibration;

/** Which way a grade moves from one text to another. */
public enum Flip {
    /** A graver grade. */
    UP,
    SAME,
    /** A milder grade. */
    DOWN,
    /** One of the two is not known yet, or nobody could tell. */
    OPEN
}
