package org.conjoint.work;

/** Where a place stands. */
enum PlaceState {
    /** Waits for a rater. */
    OPEN,
    /** Is being worked on. */
    LEASED,
    /** Is kept by its rater for later. */
    HELD,
    /** Has its answer. */
    ANSWERED
}
