package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The keys of one screen. They never steal typing, stay silent while a dialog is open, and {@code ?} lists them. A key
 * is a {@code KeyboardEvent.key} in lower case, with {@code ctrl+} before it for Control or Command; so it follows the
 * letter that is printed on the key, whatever the layout.
 */
@Tag("conjoint-keys")
public final class KeyMap extends Component {

    private final Map<String, Bound> bindings = new LinkedHashMap<>();

    /** One key as the page knows it. */
    record Binding(String id, String scope, String key, String words, boolean typing, String local) {}

    private record Bound(Binding binding, Runnable action) {}

    /** An empty map, shown as a chip with the words and the key {@code ?}. */
    public KeyMap() {
        Scripts.kit(this);
        getElement()
                .addEventListener("conjoint-key", event -> {
                    var bound = bindings.get(
                            event.getEventData().get("event.detail").asString());
                    if (bound != null) {
                        bound.action().run();
                    }
                })
                .addEventData("event.detail");
    }

    /**
     * Binds a key.
     *
     * @param scope the heading under which it is listed
     * @param words what it does, as listed; empty for a second key that need not be listed
     * @throws IllegalArgumentException when the key is bound already
     */
    public KeyMap bind(String scope, String key, String words, Runnable action) {
        return add(new Binding(key, scope, key, words, false, ""), action);
    }

    /** Binds a key that also acts while the person types. */
    public KeyMap bindWhileTyping(String scope, String key, String words, Runnable action) {
        return add(new Binding(key, scope, key, words, true, ""), action);
    }

    /** Binds a key that a web component of the page acts on, under a name, without asking the server. */
    public KeyMap bindInPage(String scope, String key, String words, String name) {
        return add(new Binding(key, scope, key, words, false, name), () -> {});
    }

    /**
     * Binds a key that moves the focus, in the page, so that what is typed next arrives there.
     *
     * @param selector finds the element, as in CSS
     * @param whileTyping whether it also leaves a field
     */
    public KeyMap bindFocus(String scope, String key, String words, String selector, boolean whileTyping) {
        return add(new Binding(key, scope, key, words, whileTyping, "focus:" + selector), () -> {});
    }

    /** Forgets all keys. */
    public void clear() {
        bindings.clear();
        publish();
    }

    /** Acts as if the key had been pressed outside a field; a key that is not bound does nothing. */
    public void press(String key) {
        var bound = bindings.get(key);
        if (bound != null) {
            bound.action().run();
        }
    }

    private KeyMap add(Binding binding, Runnable action) {
        var key = binding.key();
        if (!key.equals(key.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A key is written in lower case, not as “%s”".formatted(key));
        }
        if (bindings.putIfAbsent(key, new Bound(binding, action)) != null) {
            throw new IllegalArgumentException("The key “%s” is bound twice on this screen".formatted(key));
        }
        publish();
        return this;
    }

    private void publish() {
        getElement()
                .setPropertyList(
                        "bindings",
                        bindings.values().stream().map(Bound::binding).toList());
    }
}
