package org.conjoint.discovery;

import java.util.List;
import java.util.UUID;

/** An event in the publication registry that is complete once the entries of its posts are durable in the index. */
sealed interface Publication {

    /** Made by this process. */
    record Live(Object event) implements Publication {}

    /** Left incomplete by a process before this one. */
    record Left(UUID id) implements Publication {}

    /** Several posts changed in one event, which is complete when the last of them is. */
    final class Shared implements Publication {
        private final Publication whole;
        private int open;

        Shared(Publication whole, int posts) {
            this.whole = whole;
            this.open = posts;
        }

        /** Counts one post as durable; the whole when it was the last. */
        List<Publication> one() {
            return --open == 0 ? List.of(whole) : List.of();
        }
    }
}
