package org.conjoint.appeals.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.appeals.AppealCase;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.ui.Moments;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Pill;
import org.conjoint.ui.Words;

/** The verdict that is appealed, without who gave it. */
final class AppealedVerdict extends Div {

    AppealedVerdict(AppealCase heard) {
        addClassNames("card", "appealed");
        var verdict = heard.verdict();
        var form = verdict.form();
        var heading = new H2("The verdict");
        heading.addClassName("label");
        var grades = new Div();
        grades.addClassName("judged-grades");
        for (var part : Part.values()) {
            var grade = form.grades().get(part);
            if (grade != null && grade != PartGrade.ABSENT) {
                grades.add(graded(new PartDot(part), Words.of(part), Pill.of(grade)));
            }
        }
        if (form.joint() != null) {
            grades.add(graded(PartDot.joint(), "Together", Pill.of(form.joint())));
        }
        grades.add(Pill.of(verdict.composition()));
        add(heading, grades);
        if (form.reading() != null) {
            var say = new Paragraph("Together, this post says that " + form.reading());
            say.getElement().setAttribute("dir", "auto");
            add(say);
        }
        var facts = new Span(
                new Span("Verdict %d, revision %d · %s · "
                        .formatted(verdict.id().value(), verdict.revision(), Moments.dateTime(verdict.submittedAt()))),
                new Anchor(
                        "judgements/%d/as-seen/%d".formatted(verdict.id().value(), verdict.revision()),
                        "the whole text as it was seen"));
        facts.addClassName("hint");
        add(facts);
        if (heard.standing() == null || heard.standing() != verdict.revision()) {
            var since = new Span(
                    heard.standing() == null
                            ? "It was taken back since."
                            : "It was corrected since: revision %d stands.".formatted(heard.standing()));
            since.addClassName("hint");
            add(since);
        }
    }

    private static Span graded(PartDot dot, String words, Pill pill) {
        var graded = new Span(dot, new Span(words), pill);
        graded.addClassName("judged-grade");
        return graded;
    }
}
