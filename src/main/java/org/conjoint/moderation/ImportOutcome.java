package org.conjoint.moderation;

import java.util.List;

/** What became of an imported verdict. */
public sealed interface ImportOutcome {

    record Created(VerdictId id) implements ImportOutcome {}

    /** It was known with other content; a new revision stands. */
    record Revised(VerdictId id, int revision) implements ImportOutcome {}

    /** It was known with the same content; nothing was written. */
    record Unchanged(VerdictId id) implements ImportOutcome {}

    record Refused(List<Problem> problems) implements ImportOutcome {}
}
