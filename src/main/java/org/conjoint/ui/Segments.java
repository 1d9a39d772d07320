package org.conjoint.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.FocusOption;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A choice of one out of a few, all of them shown: a radio group with arrow keys, drawn as one strip. Choosing moves
 * nothing, and nothing is chosen at first.
 *
 * @param <T> what is chosen
 */
@Tag("conjoint-segments")
public final class Segments<T> extends AbstractField<Segments<T>, T> implements Focusable<Segments<T>> {

    private final Map<T, Element> choices = new LinkedHashMap<>();
    private Set<T> disabled = Set.of();

    /** @param label what is chosen, for screen readers */
    @SuppressWarnings("NullAway") // nothing is chosen at first: Vaadin's empty value of a choice is null
    public Segments(String label) {
        super(null);
        addClassName("segments");
        getElement().setAttribute("role", "radiogroup").setAttribute("aria-label", label);
        Scripts.kit(this);
    }

    /** Offers a further choice. */
    public Segments<T> with(T value, String words) {
        return with(value, words, "", "");
    }

    /**
     * Offers a further choice.
     *
     * @param action whose key chooses it and is printed behind its words; empty without one
     * @param colour a class that colours it once it is chosen; empty without one
     */
    public Segments<T> with(T value, String words, String action, String colour) {
        var choice = new Element("button");
        choice.setAttribute("type", "button")
                .setAttribute("role", "radio")
                .setAttribute("aria-checked", "false")
                .setAttribute("tabindex", choices.isEmpty() ? "0" : "-1");
        var word = new Element("span").setText(words).setAttribute("data-word", words);
        word.getClassList().add("word");
        choice.appendChild(word);
        if (!action.isEmpty()) {
            choice.appendChild(new Kbd(action).getElement());
        }
        if (!colour.isEmpty()) {
            choice.getClassList().add(colour);
        }
        choice.addEventListener("click", _ -> choose(value));
        choices.put(value, choice);
        getElement().appendChild(choice);
        return this;
    }

    /** Names the answer in the page, and each choice by its code. */
    public Segments<T> named(String field, Function<T, String> code) {
        getElement().setAttribute("data-field", field);
        choices.forEach((value, choice) -> choice.setAttribute("data-value", code.apply(value)));
        return this;
    }

    /** Chooses as the person would: what is disabled stays unchosen, listeners are told. */
    public void choose(T value) {
        if (choices.containsKey(value) && !disabled.contains(value) && !isReadOnly() && isEnabled()) {
            setModelValue(value, true);
            setPresentationValue(value);
        }
    }

    /** The choice made, if one is. */
    public Optional<T> chosen() {
        return Optional.ofNullable(getValue());
    }

    /** Everything that is offered, in order. */
    public List<T> offered() {
        return List.copyOf(choices.keySet());
    }

    /** Keeps these from being chosen; they stay visible. */
    public void disable(Set<T> values) {
        disabled = Set.copyOf(values);
        choices.forEach((value, choice) -> {
            if (disabled.contains(value)) {
                choice.setAttribute("aria-disabled", "true");
            } else {
                choice.removeAttribute("aria-disabled");
            }
        });
    }

    /** Says what is wrong with the choice, by the id of the element that holds the words; empty when nothing is. */
    public void describedBy(String id, boolean invalid) {
        getElement().setAttribute("aria-describedby", id).setAttribute("aria-invalid", String.valueOf(invalid));
    }

    @Override
    public void focus(FocusOption... options) {
        getElement().executeJs("this.querySelector('[role=radio][tabindex=\"0\"]')?.focus()");
    }

    @Override
    protected void setPresentationValue(@Nullable T value) {
        var stops = new ArrayList<Element>();
        choices.forEach((each, choice) -> {
            var checked = Objects.equals(each, value);
            choice.setAttribute("aria-checked", String.valueOf(checked));
            choice.setAttribute("tabindex", checked ? "0" : "-1");
            if (checked) {
                stops.add(choice);
            }
        });
        if (stops.isEmpty()) {
            choices.values().stream().findFirst().ifPresent(first -> first.setAttribute("tabindex", "0"));
        }
    }
}
