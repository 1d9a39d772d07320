package org.conjoint.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface SearchOutcome {

    /**
     * Hits.
     *
     * @param total how many entries match, on all pages
     * @param next where the following page begins, or null on the last
     * @param counts for each counted field, its values with the number of entries that a filter on each value would
     *     leave, other filters kept and filters on the same field taken away; empty when not asked for
     * @param notices what was understood otherwise than written
     */
    record Page(
            List<Hit> hits,
            long total,
            @Nullable String next,
            Map<String, List<Count>> counts,
            List<Problem> notices,
            Duration took)
            implements SearchOutcome {}

    /** The query cannot be answered. */
    record Refused(List<Problem> problems) implements SearchOutcome {}

    /** A value and the number of entries with it. */
    record Count(String value, long entries) {}
}
