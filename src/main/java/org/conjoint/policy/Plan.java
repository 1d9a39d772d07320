package org.conjoint.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which version judges from when, for a policy in a jurisdiction, as somebody saw it.
 *
 * @param turns without gap, the earliest first; the first is nobody's
 */
public record Plan(List<Turn> turns) {

    public Plan {
        turns = List.copyOf(turns);
    }

    /** The same for the same plan; whoever changes it says which one was seen. */
    public String mark() {
        return turns.stream()
                .map(turn -> "%d:%s"
                        .formatted(
                                turn.startsAt().toEpochMilli(),
                                turn.version() == null ? "-" : turn.version().value()))
                .collect(Collectors.joining(","));
    }
}
