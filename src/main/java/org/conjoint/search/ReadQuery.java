package org.conjoint.search;

import java.util.List;

/**
 * A query that has been read.
 *
 * @param problems why it cannot be answered; empty when it can
 * @param notices what was understood otherwise than written
 */
record ReadQuery(List<Clause> clauses, List<Problem> problems, List<Problem> notices) {
    ReadQuery {
        clauses = List.copyOf(clauses);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    List<Clause.Words> words() {
        return clauses.stream()
                .filter(Clause.Words.class::isInstance)
                .map(Clause.Words.class::cast)
                .toList();
    }

    List<Clause.Filter> filters() {
        return clauses.stream()
                .filter(Clause.Filter.class::isInstance)
                .map(Clause.Filter.class::cast)
                .toList();
    }
}
