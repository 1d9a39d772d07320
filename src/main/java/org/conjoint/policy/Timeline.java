package org.conjoint.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who judges from when, for one policy in one jurisdiction: turns without gap, the earliest first. */
record Timeline(List<Turn> turns) {

    Timeline {
        turns = List.copyOf(turns);
    }

    /** The version in force at an instant. */
    Optional<PolicyVersionId> at(Instant instant) {
        return turns.stream().filter(turn -> turn.holds(instant)).findFirst().map(Turn::version);
    }

    /** The turn that holds an instant, of a timeline that has any. */
    Turn holding(Instant instant) {
        return turns.stream().filter(turn -> turn.holds(instant)).findFirst().orElseThrow();
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

    /** The turns with another at their end, from an instant on. */
    Timeline then(@Nullable PolicyVersionId version, Instant from) {
        return between(version, from, Turn.END);
    }

    /**
     * The turns with a version in a part of the one that holds its beginning; what held before goes on after it, and
     * what was to come still comes.
     *
     * @throws IllegalArgumentException when it does not end within the turn in which it begins
     */
    Timeline between(@Nullable PolicyVersionId version, Instant from, Instant to) {
        var planned = new ArrayList<Turn>();
        for (var turn : turns) {
            if (!turn.holds(from)) {
                planned.add(turn);
                continue;
            }
            if (to.isAfter(turn.endsAt())) {
                throw new IllegalArgumentException(
                        "Another turn begins at %s, before this one would end".formatted(turn.endsAt()));
            }
            if (turn.startsAt().isBefore(from)) {
                planned.add(new Turn(turn.startsAt(), from, turn.version()));
            }
            planned.add(new Turn(from, to, version));
            if (to.isBefore(turn.endsAt())) {
                planned.add(new Turn(to, turn.endsAt(), turn.version()));
            }
        }
        return new Timeline(planned);
    }

    /** The turns with the last of a version lasting as long as what would judge after it lapses. */
    Timeline lasting(PolicyVersionId version) {
        var planned = new ArrayList<Turn>();
        var before = -1;
        for (var i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            var lapse = before >= 0
                    && i == before + 1
                    && i >= 2
                    && Objects.equals(turn.version(), turns.get(i - 2).version());
            if (lapse) {
                var own = planned.removeLast();
                planned.add(new Turn(own.startsAt(), turn.endsAt(), version));
            } else {
                planned.add(turn);
            }
            before = version.equals(turn.version()) ? i : before;
        }
        return new Timeline(planned);
    }

    /** The turns without those of a version that begin after an instant; the one before goes on in its place. */
    Timeline without(PolicyVersionId version, Instant after) {
        var planned = new ArrayList<Turn>();
        for (var turn : turns) {
            if (version.equals(turn.version()) && turn.startsAt().isAfter(after)) {
                var before = planned.removeLast();
                planned.add(new Turn(before.startsAt(), turn.endsAt(), before.version()));
            } else {
                planned.add(turn);
            }
        }
        return new Timeline(planned);
    }
}
