package org.conjoint.moderation.staleness;

import java.time.Instant;
import org.conjoint.shared.UserId;

/** Why, by whom and when a stale verdict was kept on purpose. */
public record Kept(String reason, UserId by, Instant at) {}
