package org.conjoint.moderation;

import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/** Which verdicts to read; {@code null} means any. */
public record VerdictFilter(@Nullable QueueId queue) {
    public static final VerdictFilter ALL = new VerdictFilter(null);
}
