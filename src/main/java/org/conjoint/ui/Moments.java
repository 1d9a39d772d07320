package org.conjoint.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Instants and languages in the words of the person at the screen: their locale, their time zone. */
public final class Moments {

    private Moments() {}

    /** Date and time to the minute. */
    public static String dateTime(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(locale())
                .withZone(zone())
                .format(at);
    }

    /** The day. */
    public static String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale())
                .withZone(zone())
                .format(at);
    }

    /** The time of day to the second. */
    public static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone()).format(at);
    }

    /** The name of a language, such as German for {@code de}. */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(locale());
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    private static ZoneId zone() {
        var ui = UI.getCurrent();
        var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        var id = details == null ? null : details.getTimeZoneId();
        return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    }
}
