package org.conjoint.rereview.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.conjoint.moderation.staleness.ChangedClause;
import org.conjoint.policy.ScopeDirection;

/** The words by which people know changes and numbers of verdicts. */
final class RadiusWords {
    private RadiusWords() {}

    /** What happens to a clause, such as “tighten”; a change of scope by its direction. */
    static String kind(ChangedClause change) {
        return change.direction() == null ? change.kind().code() : direction(change.direction());
    }

    private static String direction(ScopeDirection direction) {
        return switch (direction) {
            case WIDEN -> "widen";
            case NARROW -> "narrow";
        };
    }

    /** A clause without the prefix that all of its policy share, such as 2.1. */
    static String number(ChangedClause change) {
        return change.clauseId().substring(change.clauseId().indexOf('-') + 1);
    }

    static String count(long number, Locale locale) {
        return String.format(locale, "%,d", number);
    }

    /** A share of all, to a tenth of a percent. */
    static String percent(long part, long all, Locale locale) {
        return String.format(locale, "%.1f %%", all == 0 ? 0.0 : 100.0 * part / all);
    }

    static Span muted(String words) {
        var span = new Span(words);
        span.addClassName("muted");
        return span;
    }

    static Span caps(String words) {
        var span = new Span(words);
        span.addClassName("caps");
        return span;
    }
}
