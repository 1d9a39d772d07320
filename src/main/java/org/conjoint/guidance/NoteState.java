package org.conjoint.guidance;

import java.util.Locale;

/** Where a note stands. */
public enum NoteState {
    /** Nobody has answered. */
    OPEN,
    ANSWERED,
    /** An author laid it aside; with or without an answer. */
    CLOSED,
    /** It was part of a verdict that was taken back or corrected before anybody answered. */
    WITHDRAWN;

    /** The name used in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoteState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
