package org.conjoint.work;

/** What became of taking the last answer back. */
public sealed interface Undo {

    /** The item is in the rater's hand again. @param undone the submission that no longer counts */
    record Undone(Receipt undone, Lease lease) implements Undo {}

    /** The last answer is older than {@link Submissions#UNDO_WINDOW}. */
    record TooLate() implements Undo {}

    /** There is no answer that could be taken back. */
    record NothingToUndo() implements Undo {}
}
