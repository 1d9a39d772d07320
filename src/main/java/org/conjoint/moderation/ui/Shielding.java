package org.conjoint.moderation.ui;

import java.util.EnumMap;
import java.util.Map;
import org.conjoint.care.ShieldChoices;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.ui.Shield;
import org.conjoint.ui.Shields;

/**
 * The shields while one works in a queue: read once for each severity, and what the rater switches on the screen holds
 * until the queue is left. The settings stay as they are.
 */
final class Shielding {

    private final ShieldChoices choices;
    private final Map<ClauseSeverity, Shields> known = new EnumMap<>(ClauseSeverity.class);
    private final Map<Shield, Boolean> switched = new EnumMap<>(Shield.class);

    Shielding(ShieldChoices choices) {
        this.choices = choices;
    }

    Shields at(ClauseSeverity gravest) {
        var shields = known.computeIfAbsent(gravest, choices::effective);
        for (var each : switched.entrySet()) {
            shields = shields.with(each.getKey(), each.getValue());
        }
        return shields;
    }

    void switched(Shield shield, boolean on) {
        switched.put(shield, on);
    }

    void forget() {
        known.clear();
        switched.clear();
    }
}
