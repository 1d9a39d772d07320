package org.conjoint.access;

import java.time.Instant;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program calls the REST interface as an account; the token itself is not kept.
 *
 * @param expiresAt when it ends by itself; {@code null} for never
 * @param revokedAt when it was ended; {@code null} while it holds
 */
public record ServiceToken(
        long id,
        UserId account,
        String label,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
