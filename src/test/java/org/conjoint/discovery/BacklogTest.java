package org.conjoint.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conjoint.content.PostId;
import org.conjoint.discovery.Backlog.Behind;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(2);
    private final Publication publication = new Publication.Live("a change");
    private final PostId first = new PostId(1);
    private final PostId second = new PostId(2);

    @Test
    void a_post_in_hand_is_behind_until_it_is_settled() throws InterruptedException {
        backlog.add(first, publication, 0);
        var taken = backlog.take(10, 0);
        assertThat(backlog.size()).isEqualTo(1);
        backlog.settle(taken);
        assertThat(backlog.size()).isZero();
    }

    @Test
    void a_post_that_changed_twice_is_behind_once_with_both_publications() throws InterruptedException {
        backlog.add(first, publication, 0);
        backlog.add(first, new Publication.Live("another"), 0);
        assertThat(backlog.take(10, 0))
                .singleElement()
                .satisfies(behind -> assertThat(behind.waiting()).hasSize(2));
    }

    @Test
    void what_is_given_back_is_behind_again_even_when_there_is_no_room() throws InterruptedException {
        backlog.add(first, publication, 0);
        var taken = backlog.take(10, 0);
        backlog.add(second, publication, 0);
        backlog.add(new PostId(3), publication, 0);
        backlog.giveBack(taken);
        backlog.settle(taken);
        assertThat(backlog.size()).isEqualTo(3);
    }

    @Test
    void the_longest_waiting_are_taken_first() throws InterruptedException {
        backlog.add(second, publication, 0);
        backlog.add(first, publication, 0);
        assertThat(backlog.take(1, 0)).extracting(Behind::post).isEqualTo(List.of(second));
    }

    @Test
    void a_full_backlog_takes_no_other_post_but_notes_a_change_of_one_that_is_in_it() {
        backlog.add(first, publication, 0);
        backlog.add(second, publication, 0);
        assertThat(backlog.add(new PostId(3), publication, 1)).isFalse();
        assertThat(backlog.add(first, publication, 1)).isTrue();
    }
}
