package org.conjoint.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A year, a month, a day or an instant as queries write it, in UTC.
 *
 * @param from its first instant
 * @param before the first instant after it
 */
record Period(Instant from, Instant before) {

    /** Reads {@code 2026}, {@code 2026-03}, {@code 2026-03-31} or {@code 2026-03-31T09:00:00Z}. */
    static Optional<Period> read(String text) {
        try {
            return switch (text.length()) {
                case 4 ->
                    Optional.of(days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1)));
                case 7 ->
                    Optional.of(days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1)));
                case 10 ->
                    Optional.of(
                            days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1)));
                default -> {
                    var instant = OffsetDateTime.parse(text).toInstant();
                    yield Optional.of(new Period(instant, instant.plusMillis(1)));
                }
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Period days(LocalDate from, LocalDate before) {
        return new Period(
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                before.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
