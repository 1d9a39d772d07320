package org.conjoint.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.ui.Shield;
import org.junit.jupiter.api.Test;

class ShieldPlanTest {

    @Test
    void a_shield_holds_for_its_severity_and_all_graver_ones() {
        for (var severity : ClauseSeverity.values()) {
            for (var least : ClauseSeverity.values()) {
                assertThat(ShieldFrom.valueOf(least.name()).holdsFor(severity))
                        .as("from %s, at %s", least, severity)
                        .isEqualTo(severity.compareTo(least) >= 0);
            }
            assertThat(ShieldFrom.ALWAYS.holdsFor(severity)).isTrue();
            assertThat(ShieldFrom.NEVER.holdsFor(severity)).isFalse();
        }
    }

    @Test
    void where_no_severity_is_known_only_what_holds_always_does() {
        var plan = new ShieldPlan(Map.of(Shield.BLUR, ShieldFrom.ALWAYS, Shield.SOFT, ShieldFrom.LOW));
        assertThat(plan.at(null)).containsExactly(Shield.BLUR);
        assertThat(plan.at(ClauseSeverity.LOW)).containsExactlyInAnyOrder(Shield.BLUR, Shield.SOFT);
    }

    @Test
    void two_plans_together_hold_wherever_one_of_them_does() {
        for (var mine : ShieldFrom.values()) {
            for (var asked : ShieldFrom.values()) {
                var both = new ShieldPlan(Map.of(Shield.BLUR, mine)).union(new ShieldPlan(Map.of(Shield.BLUR, asked)));
                for (var severity : ClauseSeverity.values()) {
                    assertThat(both.at(severity).contains(Shield.BLUR))
                            .as("%s and %s at %s", mine, asked, severity)
                            .isEqualTo(mine.holdsFor(severity) || asked.holdsFor(severity));
                }
            }
        }
    }
}
