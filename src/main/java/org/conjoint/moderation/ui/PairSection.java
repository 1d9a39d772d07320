package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** Would these two parts alone get the same grade? Asked only of those pairs that apply. */
final class PairSection extends Section {

    private final Map<Pair, Div> lines = new EnumMap<>(Pair.class);
    private final Map<Pair, Segments<PairAnswer>> answers = new EnumMap<>(Pair.class);

    PairSection(BiConsumer<Pair, PairAnswer> answered) {
        super("Would these two alone get the same grade?");
        addClassName("pairs");
        for (var pair : Pair.values()) {
            var segments = new Segments<PairAnswer>(Words.of(pair) + ": same grade alone?");
            for (var answer : PairAnswer.values()) {
                segments.with(answer, Words.of(answer));
            }
            segments.named("pair." + pair.code(), PairAnswer::code).describedBy(troubleId(), false);
            segments.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    answered.accept(pair, change.getValue());
                }
            });
            var name = new Span();
            name.addClassName("name");
            pair.parts().forEach(part -> name.add(new PartDot(part)));
            name.add(new Span(Words.of(pair)));
            var line = new Div(name, segments);
            line.addClassName("grade-row");
            lines.put(pair, line);
            answers.put(pair, segments);
            add(line);
        }
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        var any = false;
        for (var pair : Pair.values()) {
            var applies = guide.applies().contains("pair." + pair.code());
            any = any || applies;
            Objects.requireNonNull(lines.get(pair)).setVisible(applies);
            choice(pair).setValue(form.pair(pair));
        }
        setVisible(any);
    }

    Segments<PairAnswer> choice(Pair pair) {
        return Objects.requireNonNull(answers.get(pair));
    }

    /** Makes a pair current, so that the answer keys act on it; none for null. */
    void turnTo(@Nullable Pair current) {
        lines.forEach((pair, line) -> line.setClassName("current", pair == current));
        if (current != null) {
            Objects.requireNonNull(lines.get(current))
                    .getElement()
                    .executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    /** The pairs that are asked about now. */
    List<Pair> asked() {
        return lines.entrySet().stream()
                .filter(line -> isVisible() && line.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    boolean owns(String field) {
        return field.startsWith("pair.");
    }

    @Override
    void focusField(String field) {
        answers.forEach((pair, segments) -> {
            if (field.equals("pair." + pair.code())) {
                segments.focus();
            }
        });
    }
}
