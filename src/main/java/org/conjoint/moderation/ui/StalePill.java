package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.conjoint.moderation.staleness.Stale;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.ways.WayStep;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;

/** Says quietly that a verdict was given before its policy changed in what it decides. */
final class StalePill {

    private StalePill() {}

    /** A pill for a list: the first change, and how many more there are. */
    static Pill of(Stale stale) {
        var pill = new Pill(stale.kept() == null ? "Stale: " + words(stale) : "Kept on purpose");
        pill.addClassName("stale-pill");
        pill.getElement().setAttribute("title", sentence(stale));
        return pill;
    }

    /** The pill with all that is to be said, for the record. */
    static Div mark(Stale stale) {
        var more = new Span(sentence(stale));
        more.addClassName("muted");
        var mark = new Div(of(stale), more);
        mark.addClassName("stale-mark");
        return mark;
    }

    private static String words(Stale stale) {
        var first = words(stale.because().getFirst());
        var others = stale.because().size() - 1;
        return others == 0 ? first : "%s, and %d more".formatted(first, others);
    }

    private static String words(WayStep step) {
        return "%s %s in %s%s"
                .formatted(step.clauseId(), past(step), step.number(), step.takenBack() ? ", taken back" : "");
    }

    private static String past(WayStep step) {
        var kind = step.takenBack() ? said(step) : step.kind();
        return switch (kind) {
            case INITIAL -> "new";
            case EDITORIAL -> "reworded";
            case CLARIFY -> "clarified";
            case TIGHTEN -> "tightened";
            case LOOSEN -> "loosened";
            case SCOPE -> (step.direction() == ScopeDirection.NARROW) == step.takenBack() ? "widened" : "narrowed";
            case SPLIT -> "split";
            case MERGE -> "merged";
            case RENAME -> "renamed";
            case PENALTY -> "with another penalty";
            case RETIRE -> "retired";
        };
    }

    /** What the version said of the clause, of a change that is taken back. */
    private static ChangeKind said(WayStep step) {
        return switch (step.kind()) {
            case TIGHTEN -> ChangeKind.LOOSEN;
            case LOOSEN -> ChangeKind.TIGHTEN;
            case INITIAL -> ChangeKind.RETIRE;
            case RETIRE -> ChangeKind.INITIAL;
            case SPLIT -> ChangeKind.MERGE;
            case MERGE -> ChangeKind.SPLIT;
            case EDITORIAL, CLARIFY, SCOPE, RENAME, PENALTY -> step.kind();
        };
    }

    private static String sentence(Stale stale) {
        var kept = stale.kept();
        return kept == null
                ? "It may come out otherwise under the text of now; it counts until it is read again."
                : "Stale since %s, and kept since %s: %s"
                        .formatted(words(stale), Moments.dateTime(kept.at()), kept.reason());
    }
}
