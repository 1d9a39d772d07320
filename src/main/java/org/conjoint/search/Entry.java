package org.conjoint.search;

import java.time.Instant;
import java.util.List;

/**
 * What is found: one unit with its children, replaced whole.
 *
 * @param id names it in the whole index
 * @param at its place in the order of time
 */
public record Entry(String id, Instant at, List<Value> values, List<Child> children) {
    public Entry {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /**
     * A part of an entry of which there may be several, each with values of its own.
     *
     * @param id names it within the entry
     */
    public record Child(String id, List<Value> values) {
        public Child {
            values = List.copyOf(values);
        }
    }
}
