package org.conjoint.work;

import java.util.List;

/**
 * Subjects were put into a queue; published in the transaction that does it, as often as needed for the whole.
 *
 * @param subjects their numbers, {@value #MOST} at most
 */
public record SubjectsQueued(QueueId queue, SubjectKind kind, List<Long> subjects) {

    /** The most subjects in one event, so that it fits into its row of the registry. */
    public static final int MOST = 150;

    public SubjectsQueued {
        subjects = List.copyOf(subjects);
    }
}
