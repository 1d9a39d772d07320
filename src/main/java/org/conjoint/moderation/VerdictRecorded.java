package org.conjoint.moderation;

import org.conjoint.content.PostId;

/** A verdict on a post was given, corrected, imported or taken back; published in the transaction that records it. */
public record VerdictRecorded(VerdictId id, PostId post) {}
