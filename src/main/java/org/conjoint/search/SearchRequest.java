package org.conjoint.search;

import org.jspecify.annotations.Nullable;

/**
 * A query and what to return for it.
 *
 * @param query in the query language of {@code docs/formats/search.md}; any text is allowed
 * @param words whether all words of the query are needed
 * @param limit hits at most, 1 to 200
 * @param after where an earlier page ended, or null for the first page
 * @param counts whether the values of counted fields are wanted
 */
public record SearchRequest(
        String query,
        Words words,
        Order order,
        int limit,
        @Nullable String after,
        boolean counts) {

    /** Which of the words have to be found. */
    public enum Words {
        ALL,
        ANY
    }

    /** The order of hits; equal ones by time, newest first. */
    public enum Order {
        BEST,
        NEWEST,
        OLDEST
    }

    /** @throws IllegalArgumentException when the limit is out of its range */
    public SearchRequest {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page has 1 to 200 hits, not %d".formatted(limit));
        }
    }

    /** The first page of the best matches with all words, with counts. */
    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, Words.ALL, Order.BEST, limit, null, true);
    }

    /** The page that follows, without counts. */
    public SearchRequest after(String cursor) {
        return new SearchRequest(query, words, order, limit, cursor, false);
    }
}
