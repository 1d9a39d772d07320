package org.conjoint.search;

import java.util.List;
import java.util.Map;

/**
 * An entry that matches.
 *
 * @param values all values as given, by field
 * @param passages the text fields with the words found in them marked
 * @param children all children, in the order given
 */
public record Hit(String id, Map<String, List<String>> values, Map<String, Passage> passages, List<ChildHit> children) {

    /**
     * A child of an entry that matches.
     *
     * @param matching whether the filters on children hold for it
     */
    public record ChildHit(
            String id, Map<String, List<String>> values, Map<String, Passage> passages, boolean matching) {}
}
