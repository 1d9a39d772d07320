package org.conjoint.discovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conjoint.discovery.FoundPosts;
import org.conjoint.discovery.PostSearch;
import org.conjoint.discovery.Reindex;
import org.conjoint.search.Problem;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.ErrorState;
import org.conjoint.ui.Kbd;
import org.conjoint.ui.KeyChoices;
import org.conjoint.ui.KeyMap;
import org.conjoint.ui.ReadHeading;
import org.jspecify.annotations.Nullable;

/** Finds posts by words and filters; the address holds the query. */
@Route(SearchNavigation.SEARCH)
@PageTitle("Search")
@Menu(title = "Search", order = 50, icon = "search")
@PermitAll
class SearchView extends Div implements BeforeEnterObserver, BarContent {
    static final int PAGE = 20;

    private final PostSearch posts;
    private final Reindex reindex;
    private final QueryField field = new QueryField(this::open);
    private final Facets facets = new Facets(this::open);
    private final Div bar = new Div();
    private final Div messages = new Div();
    private final Section list = new Section();
    private final Button more = new Button("Show more", click -> showMore());
    private final KeyMap keys;
    private final List<ResultRow> rows = new ArrayList<>();

    private String query = "";
    private Order order = Order.BEST;
    private int current = -1;
    private FoundPosts.@Nullable Page page;

    SearchView(PostSearch posts, Reindex reindex, KeyChoices keyChoices) {
        this.posts = posts;
        this.reindex = reindex;
        this.keys = new KeyMap(keyChoices);
        addClassName("search");
        bar.addClassName("search-bar");
        messages.addClassName("messages");
        messages.getElement().setAttribute("role", "status");
        list.addClassNames("card", "results");
        list.getElement().setAttribute("aria-label", "Results");
        var main = new Div(new ReadHeading("Posts"), field, bar, messages, list, more);
        main.addClassName("search-main");
        add(facets, main);
        keys.bind("Search", "search.write", "/", "write the query", field::focus)
                .bind("Search", "search.next", "j", "next post", () -> move(1))
                .bind("Search", "search.previous", "k", "previous post", () -> move(-1))
                .bind("Search", "search.open", "enter", "open the post", this::openCurrent)
                .bind("Search", "search.more", "m", "show more", this::showMore);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        query = parameters.getSingleParameter(SearchNavigation.QUERY).orElse("");
        order = parameters
                .getSingleParameter(SearchNavigation.SORT)
                .map(SearchView::order)
                .orElse(Order.BEST);
        field.show(query);
        search();
    }

    private static Order order(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "newest" -> Order.NEWEST;
            case "oldest" -> Order.OLDEST;
            default -> Order.BEST;
        };
    }

    @Override
    public Component barStart() {
        var here = new Span("Posts");
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Span("Search / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return keys;
    }

    KeyMap keys() {
        return keys;
    }

    private void open(String changed) {
        UI.getCurrent().navigate(SearchView.class, SearchNavigation.parameters(changed.strip(), order));
    }

    private void search() {
        list.removeAll();
        messages.removeAll();
        rows.clear();
        current = -1;
        page = null;
        building();
        switch (posts.find(query, order, PAGE)) {
            case FoundPosts.Refused refused -> {
                more.setVisible(false);
                bar.removeAll();
                list.add(new ErrorState("This query cannot be answered", "Correct it above; nothing was searched."));
                refused.problems().forEach(this::tell);
            }
            case FoundPosts.Page found -> {
                facets.show(query, found.counts());
                show(found);
                found.notices().forEach(this::tell);
            }
        }
    }

    private void building() {
        var state = reindex.state();
        if (!state.whole()) {
            var progress = state.rebuild();
            messages.add(new Div(new Span(
                    progress == null
                            ? "The index is being built; some posts are not found yet."
                            : "The index is being built: %,d of %,d posts are in it."
                                    .formatted(progress.done(), progress.total()))));
        }
        if (state.problem() != null) {
            messages.add(
                    new Div(
                            new Span(
                                    "The index does not follow the database at the moment; the newest changes may be missing. It keeps trying.")));
        }
    }

    private void tell(Problem problem) {
        var message = new Div(new Span(problem.message() + ". "));
        var instead = problem.instead();
        if (instead != null) {
            var corrected = query.substring(0, Math.min(problem.from(), query.length()))
                    + instead
                    + query.substring(Math.min(problem.to(), query.length()));
            message.add(new Button("Search " + corrected, click -> open(corrected)));
        }
        messages.add(message);
    }

    private void show(FoundPosts.Page found) {
        page = found;
        for (var post : found.posts()) {
            var row = new ResultRow(post);
            rows.add(row);
            list.add(row);
        }
        if (rows.isEmpty()) {
            list.add(nothing());
        }
        more.setVisible(found.next() != null);
        bar.removeAll();
        var total = new Span("%,d %s".formatted(found.total(), found.total() == 1 ? "post" : "posts"));
        total.addClassNames("total", "num");
        var details = new Span(
                rows.isEmpty()
                        ? "in %,d ms".formatted(found.millis())
                        : "in %,d ms · 1 to %,d shown · %s%s"
                                .formatted(
                                        found.millis(),
                                        rows.size(),
                                        words(order),
                                        found.someWords() ? " · none has all of the words, these have some" : ""));
        details.addClassNames("muted", "num");
        var grow = new Span();
        grow.addClassName("grow");
        var hint = new Span(
                new Span("Next "),
                new Kbd("search.next"),
                new Span(" open "),
                new Kbd("search.open"),
                new Span(" point at a picture to unblur"));
        hint.addClassName("hint");
        bar.add(total, details);
        if (!rows.isEmpty()) {
            bar.add(sorting(), grow, hint);
        }
    }

    private Component sorting() {
        var sorting = new Span();
        sorting.addClassName("sorting");
        for (var other : Order.values()) {
            if (other != order) {
                var button = new Button(words(other), click -> {
                    order = other;
                    open(query);
                });
                button.addThemeName("tertiary");
                sorting.add(button);
            }
        }
        return sorting;
    }

    private static String words(Order order) {
        return switch (order) {
            case BEST -> "best match first";
            case NEWEST -> "newest first";
            case OLDEST -> "oldest first";
        };
    }

    private Component nothing() {
        if (query.isBlank()) {
            return new EmptyState(
                    "search",
                    posts.seesAll() ? "There are no posts yet" : "You have not judged a post yet",
                    posts.seesAll()
                            ? "Posts appear here a second after they are imported."
                            : "What you judge appears here a second later.");
        }
        return new EmptyState(
                "search",
                "Nothing matches",
                "Take a filter away, or write fewer words. A word is found in all its forms, in any language.",
                new Button("Show all posts", click -> open("")));
    }

    private void showMore() {
        var shown = page;
        if (shown != null
                && shown.next() != null
                && posts.after(query, order, PAGE, shown) instanceof FoundPosts.Page next) {
            show(next);
        }
    }

    private void move(int by) {
        if (rows.isEmpty()) {
            return;
        }
        if (current >= 0) {
            rows.get(current).current(false);
        }
        current = Math.clamp(current + by, 0, rows.size() - 1);
        rows.get(current).current(true);
    }

    private void openCurrent() {
        if (current >= 0) {
            UI.getCurrent()
                    .navigate(SearchNavigation.post(rows.get(current).post().id()));
        }
    }
}
