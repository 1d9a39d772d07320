package org.conjoint.content;

/** A post at one of its revisions, by name only. */
public record PostAt(PostId id, int revision) {}
