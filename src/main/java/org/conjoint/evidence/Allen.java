package org.conjoint.evidence;

/** How two stretches of time lie to each other: the thirteen relations of Allen (1983), exact to the millisecond. */
public enum Allen {
    BEFORE,
    MEETS,
    OVERLAPS,
    STARTS,
    DURING,
    FINISHES,
    EQUALS,
    FINISHED_BY,
    CONTAINS,
    STARTED_BY,
    OVERLAPPED_BY,
    MET_BY,
    AFTER;

    /** What the first is to the second. Both are half-open and not empty. */
    public static Allen between(Interval first, Interval second) {
        var starts = Long.compare(first.startMillis(), second.startMillis());
        var ends = Long.compare(first.endMillis(), second.endMillis());
        if (first.endMillis() <= second.startMillis()) {
            return first.endMillis() == second.startMillis() ? MEETS : BEFORE;
        }
        if (second.endMillis() <= first.startMillis()) {
            return second.endMillis() == first.startMillis() ? MET_BY : AFTER;
        }
        if (starts == 0) {
            return ends == 0 ? EQUALS : ends < 0 ? STARTS : STARTED_BY;
        }
        if (ends == 0) {
            return starts > 0 ? FINISHES : FINISHED_BY;
        }
        if (starts > 0) {
            return ends < 0 ? DURING : OVERLAPPED_BY;
        }
        return ends > 0 ? CONTAINS : OVERLAPS;
    }

    /** The name used in files: {@code met_by}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
