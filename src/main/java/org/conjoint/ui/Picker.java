package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.function.Consumer;

/** A field that finds as one types, in the page: the best answer is marked at once, Enter picks it. It keeps nothing. */
@Tag("conjoint-picker")
public final class Picker extends Component implements Focusable<Picker> {

    /**
     * Something that can be picked.
     *
     * @param hint shown below the title
     * @param text searched, not shown
     */
    public record Item(String id, String title, String hint, String text) {}

    private final Consumer<String> picked;

    /** @param picked called with the id of what was picked */
    public Picker(String label, String placeholder, List<Item> items, Consumer<String> picked) {
        this.picked = picked;
        Scripts.kit(this);
        getElement().setAttribute("label", label).setAttribute("placeholder", placeholder);
        new Given(this, "items", () -> items);
        getElement()
                .addEventListener(
                        "picked",
                        event -> pick(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }

    /** Prints the key of the action that leads here; nothing where it has none. */
    public void setHotkey(String action) {
        getElement().setAttribute("hotkey", action);
    }

    /** Where the focus goes once something is picked, as a CSS selector. */
    public void returnTo(String selector) {
        getElement().setAttribute("return-to", selector);
    }

    /** Forgets what was typed. */
    public void clear() {
        getElement().executeJs("this.clear?.()");
    }

    /** Picks as the person would. */
    public void pick(String id) {
        picked.accept(id);
    }
}
