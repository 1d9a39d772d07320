package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.BiConsumer;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** Would these two parts alone get the same grade? Asked only of those pairs that apply. */
final class PairSection extends Section {

    private final PairLines<Line> lines;

    PairSection(BiConsumer<Pair, PairAnswer> answered) {
        super("Would these two alone get the same grade?");
        addClassName("pairs");
        lines = new PairLines<>(this, "pair.", pair -> new Line(pair, troubleId(), answered));
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        lines.show(guide.applies(), (pair, line) -> line.answer.setValue(form.pair(pair)));
    }

    /** The choice of a pair that was asked about. */
    Segments<PairAnswer> choice(Pair pair) {
        return lines.find(pair).orElseThrow().answer;
    }

    /** Makes a pair current, so that the answer keys act on it; none for null. */
    void turnTo(@Nullable Pair current) {
        lines.forEach((pair, line) -> {
            line.setClassName("current", pair == current);
            if (pair == current) {
                line.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            }
        });
    }

    /** The pairs that are asked about now. */
    List<Pair> asked() {
        return lines.shown();
    }

    @Override
    boolean owns(String field) {
        return field.startsWith("pair.");
    }

    @Override
    void focusField(String field) {
        lines.find(field).ifPresent(line -> line.answer.focus());
    }

    private static final class Line extends Div {

        private final Segments<PairAnswer> answer;

        private Line(Pair pair, String troubleId, BiConsumer<Pair, PairAnswer> answered) {
            addClassName("grade-row");
            answer = new Segments<>(Words.of(pair) + ": same grade alone?");
            for (var each : PairAnswer.values()) {
                answer.with(each, Words.of(each));
            }
            answer.named("pair." + pair.code(), PairAnswer::code).describedBy(troubleId, false);
            answer.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    answered.accept(pair, change.getValue());
                }
            });
            add(PairLines.name(pair), answer);
        }
    }
}
