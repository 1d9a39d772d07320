package org.conjoint.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who judges from when, for one policy in one jurisdiction, the earliest first. */
record Timeline(List<Turn> turns) {

    /** From an instant on, until the next turn, a version is in force; none when the policy has ended. */
    record Turn(Instant startsAt, @Nullable PolicyVersionId version) {}

    Timeline {
        turns = List.copyOf(turns);
    }

    /** The version in force at an instant. */
    Optional<PolicyVersionId> at(Instant instant) {
        return turns.reversed().stream()
                .filter(turn -> !turn.startsAt().isAfter(instant))
                .findFirst()
                .map(Turn::version);
    }

    /** Where a version that has been approved stands at an instant; its stage as long as no turn is its own. */
    PolicyState state(PolicyVersionId version, PolicyState stage, Instant instant) {
        var own = turns.stream().filter(turn -> version.equals(turn.version())).toList();
        return switch (stage) {
            case DRAFT, IN_REVIEW, CALIBRATING, REJECTED, WITHDRAWN, ARCHIVED -> stage;
            case APPROVED, EMERGENCY, SCHEDULED, IN_FORCE, SUPERSEDED -> {
                if (own.isEmpty()) {
                    yield stage;
                }
                if (at(instant).equals(Optional.of(version))) {
                    yield stage == PolicyState.EMERGENCY ? PolicyState.EMERGENCY : PolicyState.IN_FORCE;
                }
                yield own.getLast().startsAt().isAfter(instant) ? PolicyState.SCHEDULED : PolicyState.SUPERSEDED;
            }
        };
    }
}
