package org.conjoint.exchange.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of a file. */
public sealed interface Row {

    Place place();

    /**
     * A row that could be read. Of CSV it is an object of the cells by column, without the empty ones.
     *
     * @param key the member's name when the rows are the members of an object
     */
    record Of(Place place, JsonNode content, @Nullable String key) implements Row {}

    /** A row that could not be read. */
    record Broken(Place place, String reason) implements Row {}
}
