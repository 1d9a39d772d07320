package org.conjoint.discovery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.discovery.Reindex;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.ErrorState;
import org.conjoint.ui.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = SearchView.class)
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Reindex index;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void signIn() {
        People.signedIn(accounts, Role.QUALITY_LEAD);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_post_is_found_by_a_word_and_says_that_nobody_judged_it() {
        store(1);
        search(word);
        var row = $(ResultRow.class).single();
        assertThat(row.post().externalId()).isEqualTo(word + "-0");
        assertThat(text(row)).contains("not judged yet").contains("no picture").contains("no sound");
        assertThat(total()).isEqualTo("1 post");
    }

    @Test
    void more_than_a_page_is_shown_page_by_page() {
        store(SearchView.PAGE + 3);
        search(word);
        assertThat($(ResultRow.class).all()).hasSize(SearchView.PAGE);
        assertThat(total()).isEqualTo("%d posts".formatted(SearchView.PAGE + 3));
        var more = button("Show more");
        test(more).click();
        assertThat($(ResultRow.class).all()).hasSize(SearchView.PAGE + 3);
        assertThat(more.isVisible()).isFalse();
    }

    @Test
    void the_keys_go_down_and_up_the_results_and_open_one() {
        store(2);
        var view = search(word);
        view.keys().press("j");
        view.keys().press("j");
        view.keys().press("k");
        var current = $(ResultRow.class).all().stream()
                .filter(row -> row.hasClassName("current"))
                .toList();
        assertThat(current)
                .hasSize(1)
                .first()
                .isEqualTo($(ResultRow.class).all().getFirst());
        view.keys().press("enter");
        assertThat(getCurrentView()).isInstanceOf(PostView.class);
    }

    @Test
    void a_link_into_a_sound_opens_the_post_at_that_time() {
        store(1);
        search(word);
        var id = $(ResultRow.class).single().post().id();
        UI.getCurrent()
                .navigate(PostView.class, Long.toString(id.value()), QueryParameters.simple(Map.of("t", "3200")));
        assertThat($(Stage.class).single().getElement().getProperty("from", 0)).isEqualTo(3200);
        assertThat(SearchNavigation.post(id, 3200)).isEqualTo("posts/%d?t=3200".formatted(id.value()));
    }

    @Test
    void a_misspelt_filter_is_named_and_corrected_by_a_button() {
        search("together:violatin " + word);
        assertThat($(ErrorState.class).exists()).isTrue();
        assertThat($(ResultRow.class).all()).isEmpty();
        test(button("Search together:violating " + word)).click();
        assertThat($(ErrorState.class).exists()).isFalse();
        assertThat($(EmptyState.class).exists()).isTrue();
    }

    @Test
    void a_search_without_a_hit_says_what_to_do() {
        search("nobodywrotethis" + word);
        assertThat(text($(EmptyState.class).single())).contains("Nothing matches");
        assertThat(button("Show all posts").isVisible()).isTrue();
    }

    @Test
    void a_rater_finds_only_what_the_rater_judged() {
        store(1);
        SecurityContextHolder.clearContext();
        People.signedIn(accounts, Role.RATER);
        search(word);
        assertThat($(ResultRow.class).all()).isEmpty();
    }

    private SearchView search(String query) {
        UI.getCurrent().navigate(SearchView.class, QueryParameters.simple(Map.of(SearchNavigation.QUERY, query)));
        return (SearchView) getCurrentView();
    }

    private void store(int count) {
        accounts.runAsSystem(() -> {
            var data = IntStream.range(0, count).mapToObj(this::post).toList();
            posts.putAll(data);
            return index.awaitCaughtUp(Duration.ofSeconds(60));
        });
    }

    private PostData post(int number) {
        return new PostData(
                word + "-" + number, "a caption " + word, null, "en", null, null, "test", null, null, null, null);
    }

    private Button button(String words) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private String total() {
        return $(Span.class).all().stream()
                .filter(span -> span.hasClassName("total"))
                .map(Span::getText)
                .toList()
                .getFirst();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
