package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private final Segments<String> segments =
            new Segments<String>("Grade").with("none", "None").with("bad", "Violating");

    @Test
    void nothing_is_chosen_at_first_and_the_first_choice_takes_the_focus() {
        assertThat(segments.chosen()).isEmpty();
        assertThat(attribute(0, "tabindex")).isEqualTo("0");
        assertThat(attribute(1, "tabindex")).isEqualTo("-1");
    }

    @Test
    void a_choice_is_checked_alone_and_told_as_the_persons() {
        var told = new ArrayList<String>();
        segments.addValueChangeListener(change -> told.add(change.getValue() + change.isFromClient()));
        segments.choose("none");
        segments.choose("bad");
        assertThat(told).containsExactly("nonetrue", "badtrue");
        assertThat(attribute(0, "aria-checked")).isEqualTo("false");
        assertThat(attribute(1, "aria-checked")).isEqualTo("true");
        assertThat(attribute(1, "tabindex")).isEqualTo("0");
    }

    @Test
    void what_is_disabled_cannot_be_chosen() {
        segments.disable(Set.of("bad"));
        segments.choose("bad");
        assertThat(segments.chosen()).isEmpty();
        assertThat(attribute(1, "aria-disabled")).isEqualTo("true");
    }

    private String attribute(int choice, String name) {
        return segments.getElement().getChild(choice).getAttribute(name);
    }
}
