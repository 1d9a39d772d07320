package org.conjoint.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.ui.Shield;
import org.jspecify.annotations.Nullable;

/**
 * When each shield holds.
 *
 * @param from for every shield; what is not named when making it holds never
 */
public record ShieldPlan(Map<Shield, ShieldFrom> from) {

    /** No shield, ever. */
    public static final ShieldPlan NONE = new ShieldPlan(Map.of());

    public ShieldPlan {
        var all = new EnumMap<Shield, ShieldFrom>(Shield.class);
        for (var shield : Shield.values()) {
            all.put(shield, from.getOrDefault(shield, ShieldFrom.NEVER));
        }
        from = Collections.unmodifiableMap(all);
    }

    public ShieldFrom from(Shield shield) {
        return Objects.requireNonNull(from.get(shield));
    }

    /** Each shield as in the one of the two plans in which it holds for more. */
    public ShieldPlan union(ShieldPlan floor) {
        return new ShieldPlan(from.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().union(floor.from(entry.getKey())))));
    }

    /** The shields that hold for what may violate a clause of this severity; {@code null} where none is known. */
    public Set<Shield> at(@Nullable ClauseSeverity severity) {
        return from.entrySet().stream()
                .filter(entry -> entry.getValue().holdsFor(severity))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
