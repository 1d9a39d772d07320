package org.conjoint.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what was probably meant, by the number of letters to change (Levenshtein 1966). */
final class Spelling {
    private Spelling() {}

    /** The known text that differs least, if at most a third of its letters have to change. */
    static Optional<String> nearest(String written, List<String> known) {
        var folded = Folding.code(written);
        return known.stream()
                .filter(one -> distance(folded, Folding.code(one)) * 3 <= one.length())
                .min(Comparator.comparingInt(one -> distance(folded, Folding.code(one))));
    }

    private static int distance(String a, String b) {
        if (a.length() > 40) {
            return a.length();
        }
        var above = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
