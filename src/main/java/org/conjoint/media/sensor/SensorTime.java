package org.conjoint.media.sensor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How the first column tells the time, by its name; times are milliseconds on the clock of the post. */
enum SensorTime {
    /** {@code t_ms}: milliseconds. */
    MILLISECONDS,
    /** {@code t_s}: seconds. */
    SECONDS,
    /** {@code time}: seconds, or ISO 8601, and then the first row is the beginning. */
    EITHER;

    static SensorTime named(String column) throws SensorRefused {
        return switch (column) {
            case "t_ms" -> MILLISECONDS;
            case "t_s" -> SECONDS;
            case "time" -> EITHER;
            default ->
                throw new SensorRefused(
                        1,
                        "the first column is t_ms (milliseconds), t_s (seconds) or time (seconds or ISO 8601), not “%s”"
                                .formatted(shorten(column)));
        };
    }

    /**
     * Reads one cell.
     *
     * @param first the instant of the first row, where instants are given
     * @return milliseconds from the beginning
     */
    double millis(String cell, @Nullable Instant first, long line) throws SensorRefused {
        var instant = this == EITHER ? instant(cell) : null;
        double millis;
        if (instant != null) {
            millis = Duration.between(first == null ? instant : first, instant).toNanos() / 1e6;
        } else {
            millis = number(cell, line) * (this == MILLISECONDS ? 1 : 1000);
        }
        if (!Double.isFinite(millis) || millis < 0) {
            throw new SensorRefused(line, "“%s” is no time from the beginning on".formatted(shorten(cell)));
        }
        return millis;
    }

    /** The instant a cell names; null where it is a number. */
    static @Nullable Instant instant(String cell) {
        if (cell.indexOf('T') < 0 && cell.indexOf(' ') < 0) {
            return null;
        }
        var text = cell.replace(' ', 'T');
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return local(text);
        }
    }

    private static @Nullable Instant local(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static double number(String cell, long line) throws SensorRefused {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new SensorRefused(line, "“%s” is no time".formatted(shorten(cell)));
        }
    }

    static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
