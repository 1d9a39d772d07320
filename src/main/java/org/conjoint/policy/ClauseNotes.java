package org.conjoint.policy;

import java.time.Instant;
import java.util.List;

/** What stands beside the clauses of a version without being part of its text; a bean of another module gives it. */
public interface ClauseNotes {

    /** The notes that held for the clauses of a version at an instant, the earliest first. */
    List<ClauseNote> on(PolicyVersion version, Instant at);
}
