package org.conjoint.ui;

import java.util.Map;

/** What the map of the keys says; in braces stand what the page puts in. */
final class KeyWords {

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("keys", "Keys"),
            Map.entry("close", "Close"),
            Map.entry("none", "none"),
            Map.entry("edit", "Change keys"),
            Map.entry("done", "Done"),
            Map.entry("never", "No key acts while you type, except those with Ctrl, and Esc."),
            Map.entry("how", "Choose an action’s key, then press the new one. Your keys are kept for your account."),
            Map.entry("ask", "Press the new key for “{action}”. Esc leaves it as it is."),
            Map.entry("change-one", "Change the key of “{action}”, now {key}"),
            Map.entry("reset-one", "Give “{action}” its first key back, {key}"),
            Map.entry("back", "Back to {key}"),
            Map.entry("reset-all", "Reset all"),
            Map.entry("reset-done", "All keys are as they were at first."),
            Map.entry("changed", "{key} is now “{action}”."),
            Map.entry("clash", "{key} is “{other}” on this screen: swap it with {mine}, or choose another."),
            Map.entry("clash-only", "{key} is “{other}” on this screen: choose another."),
            Map.entry("swap", "Swap"),
            Map.entry("another", "Choose another"),
            Map.entry("refused-nameless", "This key has no name that could be kept. Press another."),
            Map.entry("refused-help", "? shows this map and stays so. Press another."),
            Map.entry("refused-moves", "{key} is for moving through the page. Press another."),
            Map.entry("refused-browser", "The browser keeps {key} for itself. Press another."),
            Map.entry("refused-editing", "{key} edits text and stays so. Press another."),
            Map.entry(
                    "refused-typing",
                    "This also acts while you type, and {key} would write. Press a key together with Ctrl or Alt."));

    private KeyWords() {}
}
