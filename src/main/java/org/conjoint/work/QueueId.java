package org.conjoint.work;

/** Identifies a queue. */
public record QueueId(long value) {
    public QueueId {
        if (value <= 0) {
            throw new IllegalArgumentException("A queue id is positive, not " + value);
        }
    }
}
