package org.conjoint.content;

/** What became of a post that was handed in. */
public sealed interface PutResult {

    PostId id();

    /** The revision that stands now. */
    int revision();

    /** The post was not known. */
    record Created(PostId id, int revision) implements PutResult {}

    /** The post was known with other content; a new revision stands. */
    record Revised(PostId id, int revision) implements PutResult {}

    /** The post was known with the same content; nothing was written. */
    record Unchanged(PostId id, int revision) implements PutResult {}
}
