package org.conjoint.authoring;

/** A draft. */
public record DraftId(long value) {}
