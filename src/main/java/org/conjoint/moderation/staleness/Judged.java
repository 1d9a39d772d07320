package org.conjoint.moderation.staleness;

import org.conjoint.moderation.VerdictId;

/** A verdict as it stands. */
record Judged(VerdictId id, Facts facts) {}
