package org.conjoint.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a key is written: a {@code KeyboardEvent.key} in lower case behind {@code ctrl+}, {@code alt+} and
 * {@code shift+}, in this order and as far as they are held.
 */
final class KeyName {

    private static final Pattern FORM =
            Pattern.compile("(ctrl\\+)?(alt\\+)?(shift\\+)?(\\P{Cntrl}|[a-z][a-z0-9]{1,20})");

    /** Keys that write nothing, and so can act in a field. */
    private static final Pattern SILENT = Pattern.compile("(ctrl\\+|alt\\+).+|escape|f\\d{1,2}");

    /** What the map itself and the way through a page need. */
    private static final Set<String> KEPT = Set.of("?", "shift+/", "tab", "shift+tab", "escape");

    private static final Map<String, String> PRINTED = Map.of(
            "arrowup",
            "↑",
            "arrowdown",
            "↓",
            "arrowleft",
            "←",
            "arrowright",
            "→",
            "enter",
            "↵",
            "escape",
            "Esc",
            " ",
            "Space",
            "ctrl",
            "Ctrl",
            "alt",
            "Alt",
            "shift",
            "Shift");

    private KeyName() {}

    static boolean isWellFormed(String key) {
        return FORM.matcher(key).matches() && key.equals(key.toLowerCase(Locale.ROOT));
    }

    /** Whether a person may choose it. @param typing whether it shall also act while the person types */
    static boolean mayBeChosen(String key, boolean typing) {
        return isWellFormed(key)
                && !KEPT.contains(key)
                && (!typing || SILENT.matcher(key).matches());
    }

    /** As it is printed on a keyboard with Latin letters. */
    static String printed(String key) {
        return Arrays.stream(key.split("(?<=ctrl|alt|shift)\\+", -1))
                .map(part -> PRINTED.getOrDefault(part, part.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }
}
