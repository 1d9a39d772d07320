package org.conjoint.search;

import org.jspecify.annotations.Nullable;

/**
 * Something in a query that could not be taken as written.
 *
 * @param from where it begins in the query, in UTF-16 units
 * @param to where it ends, exclusive
 * @param message what is wrong and what may be written, as a sentence
 * @param instead what probably was meant in its place, or null
 */
public record Problem(
        int from, int to, String message, @Nullable String instead) {}
