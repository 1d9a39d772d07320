package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    private final KeyMap keys = new KeyMap();

    @Test
    void a_key_does_what_it_is_bound_to() {
        var done = new ArrayList<String>();
        keys.bind("Judge", "n", "None", () -> done.add("n")).bind("Judge", "b", "Borderline", () -> done.add("b"));
        keys.press("b");
        keys.press("q");
        assertThat(done).containsExactly("b");
    }

    @Test
    void a_key_is_bound_once() {
        keys.bind("Judge", "n", "None", () -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.bindWhileTyping("Go on", "n", "Next", () -> {}))
                .withMessageContaining("“n” is bound twice");
    }

    @Test
    void a_key_is_written_as_the_browser_names_it_in_lower_case() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys.bind("Judge", "N", "None", () -> {}));
    }
}
