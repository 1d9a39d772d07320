package org.conjoint.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.conjoint.content.PostId;
import org.conjoint.discovery.Backlog.Behind;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private final PostId first = new PostId(1);
    private final PostId second = new PostId(2);
    private final PostId third = new PostId(3);
    private final Publication.Single whole = new Publication.Live("three posts came in");
    private final Publication shared = new Publication.Shared(whole, Set.of(first, second, third));

    @Test
    void an_event_about_several_posts_is_complete_with_the_last_of_them() {
        assertThat(completed(behind(first), behind(second))).isEmpty();
        assertThat(completed(behind(third))).containsExactly(whole);
    }

    @Test
    void a_post_that_is_durable_twice_does_not_stand_for_another() {
        assertThat(completed(behind(first))).isEmpty();
        assertThat(completed(behind(first), behind(second))).isEmpty();
        assertThat(completed(behind(second))).isEmpty();
        assertThat(completed(behind(third))).containsExactly(whole);
    }

    @Test
    void what_could_not_be_completed_is_completed_with_the_next_attempt() {
        var batch = new Behind[] {behind(first), behind(second), behind(third)};
        assertThat(completed(batch)).containsExactly(whole);
        assertThat(completed(batch)).containsExactly(whole);
        assertThat(completed(behind(second))).containsExactly(whole);
    }

    @Test
    void equal_events_are_each_completed() {
        var again = new Publication.Live("three posts came in");
        var both = new Behind(first, List.of(whole, again), 0);
        assertThat(Durability.completed(List.of(both))).hasSize(2).contains(again);
    }

    private Behind behind(PostId post) {
        return new Behind(post, List.of(shared), 0);
    }

    private static Set<Publication.Single> completed(Behind... durable) {
        return Durability.completed(List.of(durable));
    }
}
