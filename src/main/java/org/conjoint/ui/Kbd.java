package org.conjoint.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.Locale;
import java.util.Map;

/** A key, printed where it acts. */
@Tag("kbd")
public final class Kbd extends HtmlComponent {

    private static final Map<String, String> NAMES = Map.of(
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
            "Ctrl");

    /** @param key as in {@link KeyMap#bind} */
    public Kbd(String key) {
        getElement().setText(name(key));
        getElement().setAttribute("aria-hidden", "true");
    }

    static String name(String key) {
        if (key.startsWith("ctrl+")) {
            return "Ctrl " + name(key.substring("ctrl+".length()));
        }
        return NAMES.getOrDefault(key, key.toUpperCase(Locale.ROOT));
    }
}
