package org.conjoint.policy.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.policy.PolicyState;

/** The words by which people know states, severities, dates and languages. */
final class PolicyWords {
    private PolicyWords() {}

    static String of(PolicyState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case IN_REVIEW -> "In review";
            case CALIBRATING -> "Calibrating";
            case APPROVED -> "Approved";
            case SCHEDULED -> "Scheduled";
            case IN_FORCE -> "In force";
            case SUPERSEDED -> "Superseded";
            case ARCHIVED -> "Archived";
            case REJECTED -> "Rejected";
            case WITHDRAWN -> "Withdrawn";
            case EMERGENCY -> "Emergency";
        };
    }

    /** The state with the date that matters for it. */
    static String of(PolicyState state, Instant effectiveFrom, Locale locale) {
        var date = date(effectiveFrom, locale);
        return switch (state) {
            case IN_FORCE, EMERGENCY -> "%s since %s".formatted(of(state), date);
            case SCHEDULED -> "In force from " + date;
            case DRAFT, IN_REVIEW, CALIBRATING, APPROVED -> "%s, meant to begin on %s".formatted(of(state), date);
            case SUPERSEDED, ARCHIVED -> "%s; began on %s".formatted(of(state), date);
            case REJECTED, WITHDRAWN -> of(state);
        };
    }

    static String of(ClauseSeverity severity) {
        return switch (severity) {
            case LOW -> "Low severity";
            case MEDIUM -> "Medium severity";
            case HIGH -> "High severity";
            case SEVERE -> "Severe";
        };
    }

    /** A day, in coordinated universal time. */
    static String date(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A language by the name that its speakers give it. */
    static String language(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
