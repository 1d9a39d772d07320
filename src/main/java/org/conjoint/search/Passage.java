package org.conjoint.search;

import java.util.List;

/**
 * A stretch of a text with the words found in it.
 *
 * @param language a BCP 47 tag, or empty when unknown
 * @param text the stretch itself, unchanged
 * @param offset where it begins in the whole text, in UTF-16 units
 * @param whole the length of the whole text, in UTF-16 units
 * @param marks the words found, ordered and apart from each other, relative to the stretch
 */
public record Passage(String language, String text, int offset, int whole, List<Mark> marks) {

    /** A half-open range of UTF-16 units. */
    public record Mark(int from, int to) {}

    /** Whether text before it was left out. */
    public boolean cutBefore() {
        return offset > 0;
    }

    /** Whether text after it was left out. */
    public boolean cutAfter() {
        return offset + text.length() < whole;
    }
}
