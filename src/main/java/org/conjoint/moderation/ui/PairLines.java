package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.conjoint.meaning.Pair;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Words;

/**
 * The lines of a section that asks about pairs of parts. A line is made when it is first asked for: most posts never
 * need it.
 */
final class PairLines<C extends Component> {

    private final Section section;
    private final String prefix;
    private final Function<Pair, C> make;
    private final Map<Pair, C> made = new EnumMap<>(Pair.class);

    /** @param prefix of the names of the fields, before the code of the pair */
    PairLines(Section section, String prefix, Function<Pair, C> make) {
        this.section = section;
        this.prefix = prefix;
        this.make = make;
    }

    /** Shows the lines that apply, and the section when any does. */
    void show(Set<String> applies, BiConsumer<Pair, C> fill) {
        for (var pair : Pair.values()) {
            var asked = applies.contains(prefix + pair.code());
            if (asked && !made.containsKey(pair)) {
                var above = made.keySet().stream()
                        .filter(each -> each.compareTo(pair) < 0)
                        .count();
                var line = make.apply(pair);
                section.addComponentAtIndex((int) above + 1, line);
                made.put(pair, line);
            }
            find(pair).ifPresent(line -> line.setVisible(asked));
        }
        made.forEach(fill);
        section.setVisible(!shown().isEmpty());
    }

    Optional<C> find(Pair pair) {
        return Optional.ofNullable(made.get(pair));
    }

    /** The line of a field. */
    Optional<C> find(String field) {
        return made.entrySet().stream()
                .filter(line -> field.equals(prefix + line.getKey().code()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void forEach(BiConsumer<Pair, C> act) {
        made.forEach(act);
    }

    /** The pairs that are asked about now. */
    List<Pair> shown() {
        return made.entrySet().stream()
                .filter(line -> line.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A pair in dots and words. */
    static Span name(Pair pair) {
        var name = new Span();
        name.addClassName("name");
        pair.parts().forEach(part -> name.add(new PartDot(part)));
        name.add(new Span(Words.of(pair)));
        return name;
    }
}
