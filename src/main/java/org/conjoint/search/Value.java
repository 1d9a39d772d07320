package org.conjoint.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A value of an entry or of a child, under the name of its field. */
public sealed interface Value {
    /** The field. */
    String field();

    /**
     * Prose.
     *
     * @param language a BCP 47 tag, or null when unknown
     */
    record Text(String field, String text, @Nullable String language) implements Value {}

    /** A code; kept as given and matched without regard to case. */
    record Keyword(String field, String value) implements Value {}

    /** A point in time, to the millisecond. */
    record Moment(String field, Instant at) implements Value {}

    /** Something given back with a hit and never searched; its field need not be in the schema. */
    record Stored(String field, String value) implements Value {}
}
