package org.conjoint.exchange;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code contrast.jsonl}: a twin with the post that it was made from. Documented by
 * {@code export-contrast.schema.json}.
 *
 * @param kind {@code matching} when both got the same joint grade, {@code distractor} when they got different ones; null as
 *     long as one of them has none
 */
record ContrastRow(
        String type,
        String family,
        String split,
        String changedPart,
        String expectedJoint,
        @Nullable String kind,
        Side anchor,
        Side twin) {

    /**
     * A post with its grades.
     *
     * @param joint the joint grade that most gave; null when nobody judged it, or no grade is the most frequent
     * @param grades how many gave each joint grade, at the revision that stands
     */
    record Side(VerdictRow.PostPart post, @Nullable String joint, SortedMap<String, Long> grades) {}
}
