package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasOrderedComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conjoint.ui.Answers;
import org.jspecify.annotations.Nullable;

/** Fields that are asked only now and then, each made when it is first asked for: most posts never need them. */
final class Fields {

    private static final int PAUSE = 600;

    private final HasOrderedComponents place;
    private final Runnable changed;
    private final Map<String, Entry<?>> entries = new LinkedHashMap<>();
    private @Nullable FormState form;

    /**
     * @param place where the fields stand, in the order in which they were described
     * @param changed called after the person changed the form
     */
    Fields(HasOrderedComponents place, Runnable changed) {
        this.place = place;
        this.changed = changed;
    }

    /** How an answer stands in the form. */
    record Answer<V>(Function<FormState, V> read, BiConsumer<FormState, V> write) {}

    private final class Entry<V> {
        private final Supplier<HasValue<?, V>> make;
        private final Answer<V> answer;
        private @Nullable HasValue<?, V> field;

        private Entry(Supplier<HasValue<?, V>> make, Answer<V> answer) {
            this.make = make;
            this.answer = answer;
        }

        private @Nullable Component component() {
            return (Component) field;
        }

        private void show(FormState shown, boolean asked, boolean wanted) {
            if (field == null && asked && wanted) {
                var made = make.get();
                made.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        answer.write().accept(Objects.requireNonNull(form), change.getValue());
                        changed.run();
                    }
                });
                place.addComponentAtIndex(above(this), (Component) made);
                field = made;
            }
            if (field != null) {
                set(field, answer.read().apply(shown));
                ((Component) field).setVisible(asked);
            }
        }

        /** What is being typed is not written over. */
        private void set(HasValue<?, V> field, V value) {
            var typed = field.getValue() instanceof String text
                    && value instanceof String kept
                    && text.strip().equals(kept.strip());
            if (!typed) {
                field.setValue(value);
            }
        }
    }

    private int above(Entry<?> entry) {
        var above = 0;
        for (var each : entries.values()) {
            if (each == entry) {
                return above;
            }
            above += each.field == null ? 0 : 1;
        }
        return above;
    }

    /** One of a list, or none. */
    <T> Fields select(
            String name,
            String label,
            T[] offered,
            Function<T, String> words,
            Function<T, String> code,
            Answer<@Nullable T> answer) {
        entries.put(
                name,
                new Entry<@Nullable T>(
                        () -> {
                            var select = new Select<T>();
                            select.setLabel(label);
                            select.setItems(offered);
                            select.setItemLabelGenerator(value -> value == null ? "" : words.apply(value));
                            select.setEmptySelectionAllowed(true);
                            select.addThemeNames("small");
                            Answers.choice(select, name, offered, code);
                            return select;
                        },
                        answer));
        return this;
    }

    /** Any of a few. */
    <T> Fields group(
            String name,
            String label,
            T[] offered,
            Function<T, String> words,
            Function<T, String> code,
            Answer<Set<T>> answer) {
        entries.put(
                name,
                new Entry<Set<T>>(
                        () -> {
                            var group = new CheckboxGroup<T>(label);
                            group.setItems(offered);
                            group.setItemLabelGenerator(words::apply);
                            Answers.choice(group, name, offered, code);
                            return group;
                        },
                        new Answer<>(form -> Set.copyOf(answer.read().apply(form)), answer.write())));
        return this;
    }

    /** A text of so many characters at most. */
    Fields text(String name, String label, int longest, Answer<String> answer) {
        entries.put(
                name,
                new Entry<String>(
                        () -> {
                            var text = new TextArea(label);
                            text.setValueChangeMode(ValueChangeMode.LAZY);
                            text.setValueChangeTimeout(PAUSE);
                            text.setMinRows(2);
                            text.setMaxLength(longest);
                            text.addThemeNames("small");
                            Answers.text(text, name);
                            return text;
                        },
                        answer));
        return this;
    }

    /** Shows the form in the fields that apply. @return whether any does */
    boolean show(FormState shown, Set<String> applies) {
        return show(shown, applies, true);
    }

    /** @param wanted whether fields are made that were not asked for before; those that are made always show the form */
    boolean show(FormState shown, Set<String> applies, boolean wanted) {
        form = shown;
        entries.forEach((name, entry) -> entry.show(shown, applies.contains(name), wanted));
        return entries.keySet().stream().anyMatch(applies::contains);
    }

    boolean owns(String name) {
        return entries.containsKey(name);
    }

    void focus(String name) {
        var entry = entries.get(name);
        if (entry != null && entry.component() instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
