package org.conjoint.moderation.staleness;

import java.util.Collection;
import java.util.Set;

/**
 * The ids of the clauses that a verdict cites.
 *
 * @param joint for the whole
 * @param any for the whole or a part
 */
record Citations(Set<String> joint, Set<String> any) {

    static final Citations NONE = new Citations(Set.of(), Set.of());

    Citations {
        joint = Set.copyOf(joint);
        any = Set.copyOf(any);
    }

    boolean forTheWhole(Collection<String> clauses) {
        return clauses.stream().anyMatch(joint::contains);
    }

    boolean anywhere(Collection<String> clauses) {
        return clauses.stream().anyMatch(any::contains);
    }
}
