package org.conjoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllenTest {

    private static final Map<Allen, Allen> CONVERSE = new EnumMap<>(Map.ofEntries(
            Map.entry(Allen.BEFORE, Allen.AFTER),
            Map.entry(Allen.MEETS, Allen.MET_BY),
            Map.entry(Allen.OVERLAPS, Allen.OVERLAPPED_BY),
            Map.entry(Allen.STARTS, Allen.STARTED_BY),
            Map.entry(Allen.DURING, Allen.CONTAINS),
            Map.entry(Allen.FINISHES, Allen.FINISHED_BY),
            Map.entry(Allen.EQUALS, Allen.EQUALS),
            Map.entry(Allen.FINISHED_BY, Allen.FINISHES),
            Map.entry(Allen.CONTAINS, Allen.DURING),
            Map.entry(Allen.STARTED_BY, Allen.STARTS),
            Map.entry(Allen.OVERLAPPED_BY, Allen.OVERLAPS),
            Map.entry(Allen.MET_BY, Allen.MEETS),
            Map.entry(Allen.AFTER, Allen.BEFORE)));

    @Test
    void everyTwoIntervalsHaveOneRelationAndItsConverse() {
        var seen = EnumSet.noneOf(Allen.class);
        for (var a = 0; a < 6; a++) {
            for (var b = a + 1; b < 7; b++) {
                for (var c = 0; c < 6; c++) {
                    for (var d = c + 1; d < 7; d++) {
                        var relation = Allen.between(interval(a, b), interval(c, d));
                        assertThat(relation).isEqualTo(byDefinition(a, b, c, d));
                        assertThat(Allen.between(interval(c, d), interval(a, b)))
                                .isEqualTo(CONVERSE.get(relation));
                        seen.add(relation);
                    }
                }
            }
        }
        assertThat(seen).hasSize(13);
    }

    /** Allen's table, written out. */
    private static Allen byDefinition(int a, int b, int c, int d) {
        if (b < c) return Allen.BEFORE;
        if (b == c) return Allen.MEETS;
        if (d < a) return Allen.AFTER;
        if (d == a) return Allen.MET_BY;
        if (a == c && b == d) return Allen.EQUALS;
        if (a == c && b < d) return Allen.STARTS;
        if (a == c) return Allen.STARTED_BY;
        if (b == d && a > c) return Allen.FINISHES;
        if (b == d) return Allen.FINISHED_BY;
        if (a > c && b < d) return Allen.DURING;
        if (a < c && b > d) return Allen.CONTAINS;
        return a < c ? Allen.OVERLAPS : Allen.OVERLAPPED_BY;
    }

    private static Interval interval(int start, int end) {
        return new Interval(start, end, "proxy", null, null);
    }
}
