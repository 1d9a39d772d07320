package org.conjoint.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From now on another version judges. Told once for each turn, by one process of all that share the database.
 *
 * @param version null when the policy ended
 * @param before the version that judged until then; null for the first
 */
public record PolicyTurned(
        String slug,
        String jurisdiction,
        @Nullable PolicyVersionId version,
        @Nullable PolicyVersionId before,
        Instant startsAt) {}
