package org.conjoint.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody took with a version.
 *
 * @param stage where the version went
 * @param actor who took it, as the audit trail names people: {@code user:17}
 */
public record PolicyMove(
        PolicyState stage, String actor, @Nullable String note, Instant at) {}
