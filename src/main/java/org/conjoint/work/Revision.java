package org.conjoint.work;

/** What became of a correction. */
public sealed interface Revision {

    /** It is stored once the transaction commits. */
    record Stored(Receipt receipt) implements Revision {}

    /** It was stored before, under the same client id. */
    record Repeated(Receipt receipt) implements Revision {}

    /** The answer has another revision by now; nothing was written. */
    record Conflict(int currentRevision) implements Revision {}

    /** The client id belongs to another correction or answer; a client never uses one twice. */
    record ClientIdReused() implements Revision {}

    /** There is no such answer, or it was taken back. */
    record Unknown() implements Revision {}
}
