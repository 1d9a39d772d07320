package org.conjoint.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a query that has been read; the places are UTF-16 units of the query, the end exclusive. */
sealed interface Clause {
    int from();

    int to();

    boolean excluded();

    /** Words of which one has to be found. */
    record Words(int from, int to, boolean excluded, List<Word> anyOf) implements Clause {}

    /** A field of which one value has to hold. */
    record Filter(int from, int to, boolean excluded, Field field, List<Condition> anyOf) implements Clause {}

    /** A word, the beginning of one, or several words in a row. */
    record Word(String text, boolean phrase, boolean prefix) {}

    /** What a value has to be. */
    sealed interface Condition {
        /** The value, without regard to case. */
        record Is(String value, int from, int to) implements Condition {}

        /** A value that begins so, without regard to case. */
        record Begins(String prefix) implements Condition {}

        /** A time from the first instant until before the second; null leaves that side open. */
        record Within(@Nullable Instant from, @Nullable Instant before) implements Condition {}
    }
}
