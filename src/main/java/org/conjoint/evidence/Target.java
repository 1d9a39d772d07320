package org.conjoint.evidence;

import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/** One thing pointed at, in one part of a post. */
public sealed interface Target permits Span, Region, Interval {

    /** The part that it lies in. */
    Part part();

    /** The id of the {@link Entity} that it shows; {@code null} where none was named. */
    @Nullable String entity();
}
