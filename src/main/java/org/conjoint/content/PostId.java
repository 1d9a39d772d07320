package org.conjoint.content;

/** Identifies a post inside; outside it is known by its external id. */
public record PostId(long value) {
    public PostId {
        if (value <= 0) {
            throw new IllegalArgumentException("A post id is positive, not " + value);
        }
    }
}
