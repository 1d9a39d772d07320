package org.conjoint.content;

/** A post became a twin; published in the transaction that records it, to those who work on its family. */
public record TwinMade(PostId post, PostId family) {}
