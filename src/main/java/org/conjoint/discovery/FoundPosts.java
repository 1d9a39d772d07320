package org.conjoint.discovery;

import java.util.List;
import java.util.Map;
import org.conjoint.search.Problem;
import org.conjoint.search.SearchOutcome.Count;
import org.jspecify.annotations.Nullable;

/** What came of a search for posts. */
public sealed interface FoundPosts {

    /**
     * Posts.
     *
     * @param someWords whether no post has all the words, so that these have some
     * @param counts by field, how many posts each value would leave
     * @param next where the next page begins; null on the last
     * @param millis how long the search took
     */
    record Page(
            List<FoundPost> posts,
            long total,
            boolean someWords,
            Map<String, List<Count>> counts,
            @Nullable String next,
            List<Problem> notices,
            long millis)
            implements FoundPosts {}

    /** The query cannot be answered. */
    record Refused(List<Problem> problems) implements FoundPosts {}
}
