package org.conjoint.exchange.mapping;

import org.conjoint.exchange.format.Json;
import org.conjoint.exchange.format.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an expression can refer to.
 *
 * @param key name of the member being gone through, or of the row itself
 * @param value the element being gone through
 * @param index of the element, from 0
 * @param id the post's id, while its verdicts are made
 */
record Scope(
        Row.Of row,
        @Nullable String key,
        @Nullable JsonNode value,
        @Nullable Integer index,
        @Nullable String id) {

    static Scope of(Row.Of row) {
        return new Scope(row, row.key(), null, null, null);
    }

    Scope element(@Nullable String newKey, JsonNode newValue, int newIndex) {
        return new Scope(row, newKey, newValue, newIndex, id);
    }

    Scope withId(String newId) {
        return new Scope(row, key, value, index, newId);
    }

    /** The file's name without its folders and ending. */
    String stem() {
        var file = row.place().file();
        var name = file.substring(file.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    static JsonNode text(String value) {
        return Json.MAPPER.getNodeFactory().stringNode(value);
    }
}
