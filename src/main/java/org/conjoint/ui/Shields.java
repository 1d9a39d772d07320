package org.conjoint.ui;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The shields that hold for a post and a person. Those that are fixed come from a floor and cannot be taken away.
 *
 * @param on all that hold, in the order of {@link Shield}
 * @param fixed those of them that a floor asks for
 */
public record Shields(Set<Shield> on, Set<Shield> fixed) {

    /** No shield at all. */
    public static final Shields NONE = chosen(Set.of());

    public Shields {
        var all = copy(on);
        all.addAll(fixed);
        on = Collections.unmodifiableSet(all);
        fixed = Collections.unmodifiableSet(copy(fixed));
    }

    /** Shields that a person has chosen, without a floor. */
    public static Shields chosen(Set<Shield> on) {
        return new Shields(on, Set.of());
    }

    /** Adds a floor: all that holds in it holds here, and is fixed. */
    public Shields union(Shields floor) {
        var both = copy(fixed);
        both.addAll(floor.on());
        return new Shields(on, both);
    }

    /** With a shield on or off; one that is fixed stays on. */
    public Shields with(Shield shield, boolean wanted) {
        var changed = copy(on);
        if (wanted) {
            changed.add(shield);
        } else {
            changed.remove(shield);
        }
        return new Shields(changed, fixed);
    }

    public boolean has(Shield shield) {
        return on.contains(shield);
    }

    /** Whether a floor asks for it. */
    public boolean isFixed(Shield shield) {
        return fixed.contains(shield);
    }

    private static EnumSet<Shield> copy(Set<Shield> shields) {
        var copy = EnumSet.noneOf(Shield.class);
        copy.addAll(shields);
        return copy;
    }
}
