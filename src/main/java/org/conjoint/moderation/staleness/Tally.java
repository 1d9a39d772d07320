package org.conjoint.moderation.staleness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.staleness.BlastRadius.ByComposition;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.BlastRadius.Reached;
import org.conjoint.policy.ways.WayStep;
import org.jspecify.annotations.Nullable;

/** Adds verdicts up to a blast radius; what was added may be taken off again with a negative number. */
final class Tally {

    /** What becomes of verdicts of one kind by one change. */
    private static final class Counts {
        private long stale;
        private long kept;
        private long untouched;

        Reached reached() {
            return new Reached(stale, kept, untouched);
        }
    }

    private record Row(Counts notViolating, Counts violating) {
        Row() {
            this(new Counts(), new Counts());
        }
    }

    private final TargetView view;
    private final @Nullable TargetView before;
    private final Map<ChangedClause, Row> rows = new TreeMap<>(ChangedClause.ORDER);
    private final Map<Composition, Map<ChangedClause, Long>> compositions = new EnumMap<>(Composition.class);
    private final Map<Composition, Long> ofComposition = new EnumMap<>(Composition.class);
    private final Map<String, Long> locales = new TreeMap<>();
    private long verdicts;
    private long stale;
    private long kept;
    private long staleBefore;

    /** @param before the verdicts as the version in force sees them; null where that is the same one, or none is */
    Tally(TargetView view, @Nullable TargetView before) {
        this.view = view;
        this.before = before;
    }

    /** Counts so many verdicts that are alike in all that decides. */
    void add(Facts alike, List<Grandfathered> decisions, long number) {
        verdicts += number;
        var found = view.stale(alike, decisions);
        var open = found.filter(one -> one.kept() == null).map(Stale::because).orElse(List.of());
        var keptBy = found.filter(one -> one.kept() != null).map(Stale::because).orElse(List.of());
        var openChanges = changes(open);
        var keptChanges = changes(keptBy);
        for (var change : changes(view.steps(alike.version()))) {
            var counts = counts(change, alike.grade());
            if (openChanges.contains(change)) {
                counts.stale += number;
            } else if (keptChanges.contains(change)) {
                counts.kept += number;
            } else {
                counts.untouched += number;
            }
        }
        if (!open.isEmpty()) {
            stale += number;
            locales.merge(alike.locale(), number, Long::sum);
            ofComposition.merge(alike.composition(), number, Long::sum);
            var row = compositions.computeIfAbsent(alike.composition(), any -> new TreeMap<>(ChangedClause.ORDER));
            openChanges.forEach(change -> row.merge(change, number, Long::sum));
            if (before != null
                    && before.stale(alike, decisions)
                            .filter(one -> one.kept() == null)
                            .isPresent()) {
                staleBefore += number;
            }
        } else if (!keptBy.isEmpty()) {
            kept += number;
        }
    }

    /** Has changes in the result even where no verdict lies before them. */
    void mention(List<WayStep> steps) {
        changes(steps).forEach(change -> rows.computeIfAbsent(change, any -> new Row()));
    }

    private Counts counts(ChangedClause change, JointGrade grade) {
        var row = rows.computeIfAbsent(change, any -> new Row());
        return grade == JointGrade.VIOLATING ? row.violating() : row.notViolating();
    }

    private static Set<ChangedClause> changes(List<WayStep> steps) {
        return steps.stream().map(ChangedClause::of).collect(Collectors.toCollection(HashSet::new));
    }

    long verdicts() {
        return verdicts;
    }

    long stale() {
        return stale;
    }

    long kept() {
        return kept;
    }

    long staleBefore() {
        return staleBefore;
    }

    List<ClauseEffect> clauses() {
        var effects = new ArrayList<ClauseEffect>();
        rows.forEach((change, row) -> effects.add(new ClauseEffect(
                change, row.notViolating().reached(), row.violating().reached())));
        return effects;
    }

    List<ByComposition> compositions() {
        return ofComposition.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new ByComposition(
                        entry.getKey(), compositions.getOrDefault(entry.getKey(), Map.of()), entry.getValue()))
                .sorted(Comparator.comparingLong(ByComposition::all)
                        .reversed()
                        .thenComparing(ByComposition::composition))
                .toList();
    }

    Map<String, Long> locales() {
        var some = new TreeMap<>(locales);
        some.values().removeIf(number -> number == 0);
        return some;
    }
}
