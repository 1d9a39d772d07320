package org.conjoint.work;

import java.util.Optional;

/** What became of an answer from a file. */
public sealed interface ImportedAnswer {

    Receipt receipt();

    /** @param queue the first queue in which it counts; empty when no queue holds the subject or wants an answer */
    record Created(Receipt receipt, Optional<QueueId> queue) implements ImportedAnswer {}

    /** It was known with another body; a new revision stands. */
    record Revised(Receipt receipt) implements ImportedAnswer {}

    /** It was known with the same body; nothing was written. */
    record Unchanged(Receipt receipt) implements ImportedAnswer {}
}
