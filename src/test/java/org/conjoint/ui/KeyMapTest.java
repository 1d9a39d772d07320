package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    private final Kept kept = new Kept();
    private final List<String> done = new ArrayList<>();

    @Test
    void a_key_does_what_it_is_bound_to() {
        var keys = screen();
        keys.press("s");
        keys.press("q");
        assertThat(done).containsExactly("skip");
    }

    @Test
    void a_key_and_an_action_are_bound_once() {
        var keys = screen();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.bindWhileTyping("Go on", "rate.next", "n", "Next", () -> {}))
                .withMessageContaining("“n” is bound twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.bind("Go on", "rate.none", "x", "Next", () -> {}))
                .withMessageContaining("“rate.none” is bound twice");
    }

    @Test
    void a_key_is_written_as_the_browser_names_it_in_lower_case() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyMap(kept).bind("Judge", "rate.none", "N", "None", () -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyMap(kept).bind("Judge", "rate.none", "shift+ctrl+n", "None", () -> {}));
    }

    @Test
    void an_action_does_not_act_on_its_first_key_once_it_has_another() {
        var keys = screen();
        keys.remap(Map.of("rate.none", "m"));
        keys.press("n");
        assertThat(done).isEmpty();
        keys.press("m");
        assertThat(done).containsExactly("none");
        assertThat(keys.printed("rate.none")).isEqualTo("M");
    }

    @Test
    void keys_of_ones_own_are_kept_and_there_again_on_the_next_screen() {
        screen().remap(Map.of("rate.none", "s", "rate.skip", "n"));
        assertThat(kept.mine()).isEqualTo(Map.of("rate.none", "s", "rate.skip", "n"));
        screen().press("s");
        assertThat(done).containsExactly("none");
    }

    @Test
    void a_first_key_that_comes_back_is_no_choice_any_more() {
        var keys = screen();
        keys.remap(Map.of("rate.none", "m"));
        keys.remap(Map.of("rate.none", "n"));
        assertThat(kept.mine()).isEmpty();
        keys.remap(Map.of("rate.none", "m"));
        keys.remap(Map.of("rate.none", ""));
        assertThat(kept.mine()).isEmpty();
        keys.press("n");
        assertThat(done).containsExactly("none");
    }

    @Test
    void a_key_of_another_action_is_not_taken_away() {
        var keys = screen();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.remap(Map.of("rate.none", "s")))
                .withMessageContaining("Two actions");
        keys.remap(Map.of("rate.none", "s", "rate.skip", "n"));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.remap(Map.of("rate.none", "")));
        assertThat(kept.mine()).hasSize(2);
    }

    @Test
    void what_acts_while_one_types_needs_a_key_that_writes_nothing() {
        var keys = screen();
        assertThatIllegalArgumentException().isThrownBy(() -> keys.remap(Map.of("rate.submit", "m")));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.remap(Map.of("rate.submit", "shift+m")));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.remap(Map.of("rate.submit", "enter")));
        keys.remap(Map.of("rate.submit", "ctrl+m"));
        keys.press("ctrl+m");
        assertThat(done).containsExactly("submit");
    }

    @Test
    void what_the_map_and_the_page_need_is_not_to_be_had() {
        var keys = screen();
        for (var key : List.of("?", "tab", "escape", "Q", "ctrl+", "nonsense!")) {
            assertThatIllegalArgumentException().as(key).isThrownBy(() -> keys.remap(Map.of("rate.none", key)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> keys.remap(Map.of("search.open", "o")));
        assertThat(kept.mine()).isEmpty();
    }

    @Test
    void choices_of_other_screens_that_meet_here_leave_each_key_with_one_action() {
        kept.choose(Map.of("rate.none", "s", "rate.skip", "s", "rate.submit", "x", "search.open", "n"));
        var keys = screen();
        keys.press("s");
        keys.press("ctrl+enter");
        assertThat(done).containsExactly("none", "submit");
        assertThat(keys.printed("rate.skip")).isEmpty();
        assertThat(keys.printed("rate.submit")).isEqualTo("Ctrl ↵");
    }

    private KeyMap screen() {
        return new KeyMap(kept)
                .bind("Judge", "rate.none", "n", "None", () -> done.add("none"))
                .bind("Go on", "rate.skip", "s", "Skip", () -> done.add("skip"))
                .bindWhileTyping("Go on", "rate.submit", "ctrl+enter", "Submit", () -> done.add("submit"));
    }

    /** Keeps choices as long as a test lasts. */
    private static final class Kept implements KeyChoices {
        private final Map<String, String> keys = new HashMap<>();

        @Override
        public Map<String, String> mine() {
            return Map.copyOf(keys);
        }

        @Override
        public void choose(Map<String, String> changes) {
            changes.forEach((id, key) -> {
                if (key.isEmpty()) {
                    keys.remove(id);
                } else {
                    keys.put(id, key);
                }
            });
        }
    }
}
