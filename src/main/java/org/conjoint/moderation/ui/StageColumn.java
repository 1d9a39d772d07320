package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Stage;

/** The stage, and above it which part is shown. */
final class StageColumn extends Div {

    private final Stage stage;
    private final Segments<Row> switches = new Segments<>("Parts shown");
    private final Span note = new Span();

    /** @param asked called when the rater asks for a part */
    StageColumn(Stage stage, Consumer<Row> asked) {
        this.stage = stage;
        for (var row : Row.values()) {
            switches.with(row, row.words(), "rate.show-" + row.code(), "");
        }
        switches.addClassName("switches");
        switches.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                asked.accept(change.getValue());
            }
        });
        note.addClassName("stage-note");
        note.getElement().setAttribute("role", "status");
        var bar = new Div(switches, note);
        bar.addClassName("stage-bar");
        addClassName("stage-column");
        getElement().setAttribute("tabindex", "-1").setAttribute("aria-label", "The post");
        add(bar, stage);
    }

    /** What is shown: a part alone, or all. */
    Row shown() {
        var part = stage.shownPart();
        return part == null ? Row.JOINT : Row.of(part);
    }

    void show(Row row) {
        stage.showPart(row.part().orElse(null));
        switches.setValue(row);
    }

    /** What was asked for stays closed. */
    void stay() {
        switches.setValue(shown());
    }

    void close(Set<Row> closed) {
        switches.disable(closed);
    }

    /** Says how what is shown is meant to be looked at. */
    void note(String words) {
        note.setText(words);
    }
}
