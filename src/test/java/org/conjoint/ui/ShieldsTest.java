package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShieldsTest {

    private final Shields floor = Shields.chosen(Set.of(Shield.BLUR, Shield.MUTED));

    @Test
    void a_floor_is_added_to_and_never_taken_away() {
        var effective = Shields.chosen(Set.of(Shield.GREYSCALE, Shield.MUTED)).union(floor);
        assertThat(effective.on()).containsExactly(Shield.BLUR, Shield.GREYSCALE, Shield.MUTED);
        assertThat(effective.fixed()).containsExactly(Shield.BLUR, Shield.MUTED);
        assertThat(effective.with(Shield.BLUR, false).has(Shield.BLUR)).isTrue();
        assertThat(effective.with(Shield.GREYSCALE, false).has(Shield.GREYSCALE))
                .isFalse();
        assertThat(effective.with(Shield.EDGES, true).isFixed(Shield.EDGES)).isFalse();
    }

    @Test
    void every_choice_with_every_floor_holds_at_least_the_floor() {
        for (var own : Shield.values()) {
            for (var asked : Shield.values()) {
                var effective = Shields.chosen(EnumSet.of(own)).union(Shields.chosen(EnumSet.of(asked)));
                assertThat(effective.on()).contains(own, asked);
                assertThat(effective.fixed()).containsExactly(asked);
            }
        }
    }

    @Test
    void a_second_floor_adds_to_the_first() {
        var both = Shields.NONE.union(floor).union(Shields.chosen(Set.of(Shield.SOFT)));
        assertThat(both.fixed()).containsExactly(Shield.BLUR, Shield.MUTED, Shield.SOFT);
    }

    @Test
    void a_shield_is_found_by_its_code() {
        for (var shield : Shield.values()) {
            assertThat(Shield.find(shield.code())).contains(shield);
        }
        assertThat(Shield.find("glitter")).isEmpty();
    }
}
