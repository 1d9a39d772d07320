package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.BiConsumer;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** How two parts relate: read from the top, the first that is true. */
final class RelationSection extends Section {

    private final PairLines<Line> lines;

    RelationSection(BiConsumer<Pair, StatedRelation> related) {
        super("How do they relate? The first that is true");
        addClassName("relations");
        lines = new PairLines<>(this, "relation.", pair -> new Line(pair, related));
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        lines.show(guide.applies(), (pair, line) -> line.show(form.relation(pair)));
    }

    @Override
    boolean owns(String field) {
        return field.startsWith("relation.");
    }

    @Override
    void focusField(String field) {
        lines.find(field).ifPresent(line -> line.relation.focus());
    }

    private static final class Line extends Div {

        private final Select<StatedRelation> relation = new Select<>();

        private Line(Pair pair, BiConsumer<Pair, StatedRelation> related) {
            addClassNames("grade-row", "relation-row");
            relation.setItems(Labels.relations());
            relation.setItemLabelGenerator(Labels::of);
            relation.setRenderer(new ComponentRenderer<>(each -> {
                var test = new Div(Labels.test(each));
                test.addClassName("hint");
                return new Div(new Span(Labels.of(each)), test);
            }));
            relation.setPlaceholder("Choose");
            relation.setAriaLabel(Words.of(pair) + ": relation");
            relation.addThemeNames("small");
            Answers.choice(
                    relation,
                    "relation." + pair.code(),
                    Labels.relations().toArray(StatedRelation[]::new),
                    StatedRelation::code);
            relation.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    related.accept(pair, change.getValue());
                }
            });
            add(PairLines.name(pair), relation);
        }

        /** A contradiction that does not say in what is not shown as chosen. */
        private void show(@Nullable StatedRelation stated) {
            relation.setValue(stated == null || !stated.complete() ? null : stated);
        }
    }
}
