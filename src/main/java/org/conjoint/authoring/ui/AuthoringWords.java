package org.conjoint.authoring.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.PolicyState;

/** The words by which authors know states, kinds of change and dates. */
final class AuthoringWords {
    private AuthoringWords() {}

    static String of(PolicyState state) {
        var words = state.code().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String of(ChangeKind kind) {
        return switch (kind) {
            case INITIAL -> "New clause";
            case EDITORIAL -> "Editorial";
            case CLARIFY -> "Clarified";
            case TIGHTEN -> "Tightened";
            case LOOSEN -> "Loosened";
            case SCOPE -> "Scope";
            case SPLIT -> "Split";
            case MERGE -> "Merged";
            case RENAME -> "Renamed";
            case PENALTY -> "Penalty";
            case RETIRE -> "Retired";
        };
    }

    /** What becomes of verdicts. */
    static String consequence(ChangeKind kind) {
        return switch (kind) {
            case INITIAL, TIGHTEN ->
                "More violates than before: verdicts that found no violation are read again, those that found one stand.";
            case EDITORIAL -> "Other words, no other meaning: all verdicts stand.";
            case CLARIFY -> "The meaning is said more plainly: all verdicts stand; a sample is read again.";
            case LOOSEN ->
                "Less violates than before: verdicts that found a violation under this clause are read again, all others stand.";
            case SCOPE -> "Other content falls under it: what enters or leaves is read again.";
            case SPLIT, MERGE, RENAME ->
                "Verdicts move to the clauses that take its place; where there are several, somebody chooses.";
            case PENALTY -> "Other consequences from now on: all verdicts and past penalties stand.";
            case RETIRE -> "Nobody judges by it any more: its verdicts are history.";
        };
    }

    static String of(ContentScope scope) {
        return switch (scope) {
            case CREATED_SINCE_EFFECTIVE -> "Content made since it is in force";
            case ALL_CONTENT -> "All content";
            case ALL_CONTENT_NO_PENALTY_BEFORE -> "All content, without penalties for what was made before";
        };
    }

    /** A day and a minute, in coordinated universal time. */
    static String moment(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
