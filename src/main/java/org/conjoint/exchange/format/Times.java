package org.conjoint.exchange.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times as files write them. */
public final class Times {
    private Times() {}

    /** An ISO 8601 instant; a date or time without a zone is taken as UTC. */
    public static Instant instant(String name, String text) throws RowRefused {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.matches(".*(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)")
                    ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new RowRefused(
                    "The field “%s” is a time as 2026-11-14T09:12:00Z, not “%s”".formatted(name, Fields.shorten(text)));
        }
    }
}
