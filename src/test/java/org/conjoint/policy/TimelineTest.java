package org.conjoint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final PolicyVersionId ONE = new PolicyVersionId(1);
    private static final PolicyVersionId TWO = new PolicyVersionId(2);
    private static final PolicyVersionId THREE = new PolicyVersionId(3);
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final Timeline one = new Timeline(List.of(Turn.NOBODYS)).then(ONE, JANUARY);

    @Test
    void each_turn_begins_where_the_one_before_ends() {
        var planned = one.then(TWO, DECEMBER);
        assertThat(planned.turns())
                .containsExactly(
                        new Turn(Turn.BEGINNING, JANUARY, null),
                        new Turn(JANUARY, DECEMBER, ONE),
                        new Turn(DECEMBER, Turn.END, TWO));
        assertThat(planned.at(JANUARY.minusSeconds(1))).isEmpty();
        assertThat(planned.at(JANUARY)).contains(ONE);
        assertThat(planned.at(DECEMBER.minusNanos(1000))).contains(ONE);
        assertThat(planned.at(DECEMBER)).contains(TWO);
    }

    @Test
    void an_emergency_lapses_into_what_judged_before_and_what_was_to_come_still_comes() {
        var planned = one.then(TWO, DECEMBER).between(THREE, JUNE, JULY);
        assertThat(planned.at(JUNE)).contains(THREE);
        assertThat(planned.at(JULY)).contains(ONE);
        assertThat(planned.at(DECEMBER)).contains(TWO);
    }

    @Test
    void an_emergency_cannot_reach_over_the_next_turn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.then(TWO, JULY).between(THREE, JUNE, DECEMBER))
                .withMessageContaining("Another turn begins at 2026-07-01");
    }

    @Test
    void a_ratified_emergency_lasts_until_the_turn_that_was_planned() {
        var ratified = one.then(TWO, DECEMBER).between(THREE, JUNE, JULY).lasting(THREE);
        assertThat(ratified).isEqualTo(one.then(TWO, DECEMBER).between(THREE, JUNE, DECEMBER));
        assertThat(one.between(THREE, JUNE, JULY).lasting(THREE).at(DECEMBER)).contains(THREE);
    }

    @Test
    void what_is_withdrawn_leaves_its_time_to_the_version_before() {
        var planned = one.then(TWO, JUNE).then(THREE, DECEMBER);
        assertThat(planned.without(TWO, JANUARY).at(JULY)).contains(ONE);
        assertThat(planned.without(TWO, JANUARY).at(DECEMBER)).contains(THREE);
        assertThat(planned.without(TWO, JULY)).isEqualTo(planned);
    }

    @Test
    void the_state_of_a_version_follows_from_its_turns() {
        var planned = one.then(TWO, DECEMBER);
        assertThat(planned.state(TWO, PolicyState.APPROVED, JULY)).isEqualTo(PolicyState.SCHEDULED);
        assertThat(planned.state(TWO, PolicyState.APPROVED, DECEMBER)).isEqualTo(PolicyState.IN_FORCE);
        assertThat(planned.state(ONE, PolicyState.APPROVED, DECEMBER)).isEqualTo(PolicyState.SUPERSEDED);
        assertThat(planned.state(THREE, PolicyState.APPROVED, DECEMBER)).isEqualTo(PolicyState.APPROVED);
        assertThat(planned.state(TWO, PolicyState.EMERGENCY, DECEMBER)).isEqualTo(PolicyState.EMERGENCY);
    }
}
