package org.conjoint.moderation.ui;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.meaning.Part;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.work.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * In which order the parts of a post are opened. Staged: each part alone and blind, least harm first (text before sound
 * before pixels), then the whole; a row opens once those before it have a grade. Whole only: everything may be looked
 * at, and only the whole is graded.
 */
record Staging(Protocol protocol, Set<Part> present) {

    private static final List<Part> LEAST_HARM_FIRST = List.of(Part.CAPTION, Part.AUDIO, Part.IMAGE);

    /** The rows in the order in which they are graded. */
    List<Row> order() {
        return switch (protocol) {
            case STAGED -> {
                var order = parts();
                order.add(Row.JOINT);
                yield order;
            }
            case WHOLE_ONLY -> List.of(Row.JOINT);
        };
    }

    /** The rows that may be looked at now. */
    Set<Row> opened(FormState form) {
        var opened = EnumSet.noneOf(Row.class);
        if (protocol == Protocol.WHOLE_ONLY) {
            opened.addAll(parts());
        }
        for (var row : order()) {
            opened.add(row);
            if (!form.graded(row)) {
                return opened;
            }
        }
        return opened;
    }

    private List<Row> parts() {
        return LEAST_HARM_FIRST.stream()
                .filter(present::contains)
                .map(Row::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether parts are still judged without the others. */
    boolean blind(FormState form) {
        return !opened(form).contains(Row.JOINT);
    }

    /** Whether one may conclude from this part alone: it violates a clause that no context defuses. */
    boolean mayStop(FormState form, Row row, PolicyVersion policy) {
        return protocol == Protocol.STAGED
                && blind(form)
                && row.part().isPresent()
                && form.mark(row) == Mark.VIOLATING
                && form.clauses(row).stream()
                        .flatMap(clause -> policy.clause(clause).stream())
                        .anyMatch(Clause::contextCannotDefuse);
    }

    /** The first row without a grade; null when all have one. */
    @Nullable Row next(FormState form) {
        return order().stream().filter(row -> !form.graded(row)).findFirst().orElse(null);
    }

    /** The row to begin with. */
    Row start(FormState form) {
        var next = next(form);
        return next == null ? Row.JOINT : next;
    }
}
