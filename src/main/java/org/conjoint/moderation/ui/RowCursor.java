package org.conjoint.moderation.ui;

import java.util.Optional;
import java.util.Set;
import org.conjoint.meaning.Pair;

/** Which row the keys act on: a grade, or below the grades a pair. */
final class RowCursor {

    private final GradeMatrix grades;
    private final PairSection pairs;
    private Pair pair = Pair.IMAGE_CAPTION;
    private boolean onPairs;

    RowCursor(GradeMatrix grades, PairSection pairs) {
        this.grades = grades;
        this.pairs = pairs;
    }

    /** The pair that the keys act on; empty while they act on a grade. */
    Optional<Pair> pair() {
        return onPairs ? Optional.of(pair) : Optional.empty();
    }

    void to(Row row) {
        onPairs = false;
        grades.turnTo(row);
        mark();
    }

    /** Goes on to a pair, or says which grade is so many rows away. */
    Optional<Row> step(int by, Set<Row> opened) {
        var rows = grades.rows().stream().filter(opened::contains).toList();
        var asked = pairs.asked();
        var at = onPairs ? rows.size() + asked.indexOf(pair) : rows.indexOf(grades.current());
        var to = Math.clamp(at + by, 0, rows.size() + asked.size() - 1);
        if (to < rows.size()) {
            return Optional.of(rows.get(to));
        }
        onPairs = true;
        pair = asked.get(to - rows.size());
        mark();
        return Optional.empty();
    }

    private void mark() {
        pairs.turnTo(onPairs ? pair : null);
        grades.setClassName("left", onPairs);
    }
}
