package org.conjoint.moderation.staleness;

import java.util.List;
import org.conjoint.policy.ways.WayStep;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that may come out otherwise now.
 *
 * @param because the changes by which it would, at least one
 * @param kept who keeps it on purpose, and why; null for one that is to be read again
 */
public record Stale(List<WayStep> because, @Nullable Kept kept) {

    public Stale {
        because = List.copyOf(because);
    }
}
