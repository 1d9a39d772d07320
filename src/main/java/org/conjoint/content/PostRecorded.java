package org.conjoint.content;

/** A post was taken in or changed; published in the transaction that records it. */
public record PostRecorded(PostId id, int revision) {}
