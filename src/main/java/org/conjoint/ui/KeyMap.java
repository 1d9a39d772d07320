package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one screen. They never steal typing, stay silent while a dialog is open, and {@code ?} lists them; there
 * a person gives an action another key. An action has an id that never changes, such as {@code rate.submit}; a key is
 * written as {@code KeyboardEvent.key} in lower case, behind {@code ctrl+} for Control or Command, {@code alt+} and
 * {@code shift+}. So it follows the letter that is printed on the key; without Latin letters, its place.
 */
@Tag("conjoint-keys")
public final class KeyMap extends Component {

    private final KeyChoices choices;
    private final Map<String, String> chosen;
    private final Map<String, Bound> bindings = new LinkedHashMap<>();
    private final Given page = new Given(this, "bindings", this::listed);
    private @Nullable Map<String, String> assigned;

    /** One action as the page knows it. */
    record Binding(String id, String scope, String key, String given, String words, boolean typing, String local) {}

    private record Bound(
            String id, String scope, String given, String words, boolean typing, String local, Runnable action) {}

    /**
     * An empty map, shown as a chip with the words and the key {@code ?}.
     *
     * @param choices the person's own keys
     */
    public KeyMap(KeyChoices choices) {
        this.choices = choices;
        chosen = new HashMap<>(choices.mine());
        Scripts.kit(this);
        new Given(this, "words", () -> KeyWords.ALL);
        getElement()
                .addEventListener(
                        "conjoint-key",
                        event -> run(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        getElement()
                .addEventListener(
                        "conjoint-remap",
                        event -> remap(event.getEventData().get("event.detail").properties().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        change -> change.getValue().asString()))))
                .addEventData("event.detail");
    }

    /**
     * Binds an action to a key.
     *
     * @param scope the heading under which it is listed
     * @param id the action, the same for ever
     * @param key the key unless the person has chosen another
     * @param words what it does, as listed; empty for a second key that need not be listed
     * @throws IllegalArgumentException when the action or the key is bound already
     */
    public KeyMap bind(String scope, String id, String key, String words, Runnable action) {
        return add(new Bound(id, scope, key, words, false, "", action));
    }

    /** Binds a key that also acts while the person types. */
    public KeyMap bindWhileTyping(String scope, String id, String key, String words, Runnable action) {
        return add(new Bound(id, scope, key, words, true, "", action));
    }

    /** Binds a key that a web component of the page acts on, under a name, without asking the server. */
    public KeyMap bindInPage(String scope, String id, String key, String words, String name) {
        return add(new Bound(id, scope, key, words, false, name, () -> {}));
    }

    /**
     * Binds a key that moves the focus, in the page, so that what is typed next arrives there.
     *
     * @param selector finds the element, as in CSS
     * @param whileTyping whether it also leaves a field
     */
    public KeyMap bindFocus(String scope, String id, String key, String words, String selector, boolean whileTyping) {
        return add(new Bound(id, scope, key, words, whileTyping, "focus:" + selector, () -> {}));
    }

    /** Forgets all actions of the screen; the person's own keys stay. */
    public void clear() {
        bindings.clear();
        publish();
    }

    /** Acts as if the key had been pressed outside a field; a key that is not bound does nothing. */
    public void press(String key) {
        keys().entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .findFirst()
                .ifPresent(entry -> run(entry.getKey()));
    }

    /** The key of an action as it is printed, for sentences; empty when it has none on this screen. */
    public String printed(String id) {
        return KeyName.printed(keys().getOrDefault(id, ""));
    }

    /**
     * Gives actions of this screen other keys, for good.
     *
     * @param changes keys by the ids of actions; an empty one gives back the key that was there at first
     * @throws IllegalArgumentException when a key cannot be had, or another action would be left without its own
     */
    public void remap(Map<String, String> changes) {
        var kept = new HashMap<String, String>();
        changes.forEach((id, key) -> kept.put(id, key.equals(bound(id).given()) ? "" : key));
        var after = new HashMap<>(chosen);
        kept.forEach((id, key) -> {
            if (key.isEmpty()) {
                after.remove(id);
            } else if (KeyName.mayBeChosen(key, bound(id).typing())) {
                after.put(id, key);
            } else {
                throw new IllegalArgumentException("“%s” cannot be the key of %s".formatted(key, id));
            }
        });
        var assigned = assign(after);
        bindings.values().forEach(bound -> {
            var wanted = changes.containsKey(bound.id())
                    ? after.getOrDefault(bound.id(), bound.given())
                    : keys().get(bound.id());
            if (!Objects.equals(assigned.get(bound.id()), wanted)) {
                throw new IllegalArgumentException("Two actions of this screen want “%s”".formatted(wanted));
            }
        });
        choices.choose(kept);
        chosen.clear();
        chosen.putAll(after);
        publish();
    }

    private Bound bound(String id) {
        var bound = bindings.get(id);
        if (bound == null) {
            throw new IllegalArgumentException("There is no action “%s” on this screen".formatted(id));
        }
        return bound;
    }

    private void run(String id) {
        var bound = bindings.get(id);
        if (bound != null) {
            bound.action().run();
        }
    }

    private KeyMap add(Bound bound) {
        var key = bound.given();
        if (!KeyName.isWellFormed(key)) {
            throw new IllegalArgumentException("A key is written in lower case, not as “%s”".formatted(key));
        }
        if (Set.copyOf(given().values()).contains(key)) {
            throw new IllegalArgumentException("The key “%s” is bound twice on this screen".formatted(key));
        }
        if (bindings.putIfAbsent(bound.id(), bound) != null) {
            throw new IllegalArgumentException("The action “%s” is bound twice on this screen".formatted(bound.id()));
        }
        publish();
        return this;
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        bindings.values().forEach(bound -> given.put(bound.id(), bound.given()));
        return given;
    }

    /** Choices that cannot be, such as one made before an action came to act while one types, are passed over. */
    private Map<String, String> assign(Map<String, String> wanted) {
        var possible = new HashMap<>(wanted);
        bindings.values()
                .forEach(bound -> possible.computeIfPresent(
                        bound.id(), (_, key) -> KeyName.mayBeChosen(key, bound.typing()) ? key : null));
        return KeyAssignment.of(given(), possible);
    }

    private void publish() {
        assigned = null;
        page.give();
    }

    /** The key of each action. */
    private Map<String, String> keys() {
        var known = assigned == null ? assign(chosen) : assigned;
        assigned = known;
        return known;
    }

    private List<Binding> listed() {
        return bindings.values().stream()
                .map(bound -> new Binding(
                        bound.id(),
                        bound.scope(),
                        keys().getOrDefault(bound.id(), ""),
                        bound.given(),
                        bound.words(),
                        bound.typing(),
                        bound.local()))
                .toList();
    }
}
