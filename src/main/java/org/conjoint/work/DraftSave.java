package org.conjoint.work;

import java.time.Instant;

/** What became of saving a draft. */
public sealed interface DraftSave {

    record Saved(int revision, Instant at) implements DraftSave {}

    /** Another window saved meanwhile; nothing was overwritten. */
    record Conflict(Draft current) implements DraftSave {}

    /** The item is no longer in the rater's hand; the draft is kept all the same, and is there when it comes back. */
    record SavedWithoutLease(int revision, Instant at, LossCause cause) implements DraftSave {}
}
