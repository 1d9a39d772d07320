package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;
import org.conjoint.ui.Kbd;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Words;

/** A grade for each part and for the whole. One row is current: the grade keys act on it. */
final class GradeMatrix extends Section {

    private final Map<Row, Div> lines = new EnumMap<>(Row.class);
    private final Map<Row, Segments<Mark>> grades = new EnumMap<>(Row.class);
    private final Map<Row, Span> notes = new EnumMap<>(Row.class);
    private final Button stop = new Button();
    private final Set<Part> present;
    private Row current = Row.JOINT;

    /**
     * @param staging which rows there are
     * @param graded called when the rater gives a grade
     * @param chosen called when the rater turns to a row
     * @param stopped called when the rater concludes from the current row, or takes that back
     */
    GradeMatrix(Staging staging, BiConsumer<Row, Mark> graded, Consumer<Row> chosen, Runnable stopped) {
        super(staging.order().size() > 1 ? "How bad is each part alone, and the whole?" : "How bad is the whole?");
        present = staging.present();
        addClassName("grades");
        getElement()
                .setAttribute(
                        "data-order", staging.order().stream().map(Row::code).collect(Collectors.joining(" ")));
        for (var row : Row.values()) {
            var absent = row.part().map(part -> !present.contains(part)).orElse(false);
            if (staging.order().contains(row) || absent && staging.order().size() > 1) {
                add(line(row, graded, chosen));
            }
        }
        var hint = new Div(keys());
        hint.addClassNames("hint", "matrix-foot");
        stop.setText("Stop here");
        stop.addClassName("stop-here");
        stop.addThemeNames("small");
        stop.addClickListener(_ -> stopped.run());
        hint.add(stop);
        add(hint);
    }

    private static Span keys() {
        return new Span(
                new Kbd("rate.row-above"),
                new Text(" "),
                new Kbd("rate.row-below"),
                new Text(" row · "),
                new Kbd("rate.none"),
                new Text(" none · "),
                new Kbd("rate.borderline"),
                new Text(" borderline · "),
                new Kbd("rate.violating"),
                new Text(" violating · "),
                new Kbd("rate.cannot-tell"),
                new Text(" can’t tell"));
    }

    private Div line(Row row, BiConsumer<Row, Mark> graded, Consumer<Row> chosen) {
        var dot = row.dot();
        var name = new Span(dot, new Span(row.words()));
        name.addClassName("name");
        var line = new Div(name);
        line.addClassNames("grade-row", "row-" + row.code());
        lines.put(row, line);
        if (row.part().isPresent() && !present.contains(row.part().get())) {
            var note = new Span("Absent: the post has none");
            note.addClassNames("muted", "absent-note");
            dot.absent(true);
            line.add(note);
            return line;
        }
        var segments = new Segments<Mark>("Grade: " + row.words());
        for (var mark : Mark.values()) {
            segments.with(
                    mark,
                    mark == Mark.CANNOT_TELL ? "Can’t tell" : Words.of(mark.joint()),
                    "",
                    Words.colour(mark.joint()));
        }
        segments.named("grade." + row.code(), Mark::key).describedBy(troubleId(), false);
        segments.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                graded.accept(row, change.getValue());
            }
        });
        name.getElement().addEventListener("click", _ -> chosen.accept(row));
        var note = new Span();
        note.addClassNames("muted", "row-note");
        grades.put(row, segments);
        notes.put(row, note);
        line.add(segments, note);
        return line;
    }

    /** The rows that can be graded, from top to bottom. */
    List<Row> rows() {
        return new ArrayList<>(grades.keySet());
    }

    Row current() {
        return current;
    }

    void turnTo(Row row) {
        current = grades.containsKey(row) ? row : Row.JOINT;
        lines.forEach((each, line) -> {
            line.setClassName("current", each == current);
            line.getElement().setAttribute("aria-current", each == current ? "true" : "false");
        });
    }

    /** Rows that the protocol has not opened yet cannot be graded. */
    void open(Set<Row> opened) {
        grades.forEach((row, segments) -> {
            var locked = !opened.contains(row);
            segments.disable(locked ? Set.of(Mark.values()) : Set.of());
            line(row).setClassName("locked", locked);
        });
    }

    /** Offers to conclude from the current row, to take that back, or neither. */
    void offerStop(boolean offered, boolean stopped) {
        stop.setText(stopped ? "Look at the rest" : "Stop here");
        Answers.press(stop, "stop", stopped ? "" : current.code());
        stop.setClassName("offered", offered || stopped);
        stop.setEnabled(offered || stopped);
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        grades.forEach((row, segments) -> {
            segments.setValue(form.mark(row));
            var unseen = row.part()
                    .map(part -> form.grade(part) == PartGrade.NOT_VIEWED)
                    .orElse(false);
            line(row).setClassName("unseen", unseen);
            Objects.requireNonNull(notes.get(row)).setText(unseen ? Words.of(PartGrade.NOT_VIEWED) : "");
        });
    }

    @Override
    void complain(List<Problem> problems) {
        super.complain(problems);
        grades.forEach((row, segments) -> segments.describedBy(
                troubleId(),
                problems.stream().anyMatch(problem -> problem.field().equals("grade." + row.code()))));
    }

    @Override
    boolean owns(String field) {
        return field.startsWith("grade.") || field.equals("stopped_early");
    }

    @Override
    void focusField(String field) {
        for (var row : rows()) {
            if (field.equals("grade." + row.code())) {
                turnTo(row);
                choice(row).focus();
                return;
            }
        }
        stop.focus();
    }

    /** For tests and for keys: the choice of a row. */
    Segments<Mark> choice(Row row) {
        return Objects.requireNonNull(grades.get(row));
    }

    private Div line(Row row) {
        return Objects.requireNonNull(lines.get(row));
    }
}
