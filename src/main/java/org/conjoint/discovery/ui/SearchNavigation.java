package org.conjoint.discovery.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.conjoint.content.PostId;
import org.conjoint.search.SearchRequest.Order;

/** The addresses of the screens by which posts are found. */
public final class SearchNavigation {
    static final String SEARCH = "search";
    static final String POST = "posts";
    static final String TWIN = "twins";
    static final String QUERY = "q";
    static final String SORT = "sort";

    static final String TIME = "t";

    private SearchNavigation() {}

    /** The page of a post, without a leading slash. */
    public static String post(PostId id) {
        return POST + "/" + id.value();
    }

    /** The page of a post with its sound at a time, in milliseconds. */
    static String post(PostId id, long millis) {
        return "%s?%s=%d".formatted(post(id), TIME, millis);
    }

    static QueryParameters parameters(String query, Order order) {
        return QueryParameters.simple(
                order == Order.BEST
                        ? Map.of(QUERY, query)
                        : Map.of(QUERY, query, SORT, order.name().toLowerCase(java.util.Locale.ROOT)));
    }
}
