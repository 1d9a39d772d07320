package org.conjoint.policy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a version judges.
 *
 * @param startsAt from this instant on
 * @param endsAt up to this instant, which is the next turn's; {@link #END} for the last
 * @param version null while no version judges
 */
public record Turn(
        Instant startsAt, Instant endsAt, @Nullable PolicyVersionId version) {

    /** When the first turn begins, which is nobody's. */
    public static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

    /** When the last turn ends. */
    public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** The only turn of a policy that never judged. */
    static final Turn NOBODYS = new Turn(BEGINNING, END, null);

    public Turn {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A turn ends after it begins, not %s to %s".formatted(startsAt, endsAt));
        }
    }

    /** Whether another begins as this one does, whenever it ends. */
    boolean begins(Turn other) {
        return startsAt.equals(other.startsAt) && Objects.equals(version, other.version);
    }

    boolean holds(Instant instant) {
        return !startsAt.isAfter(instant) && endsAt.isAfter(instant);
    }
}
