package org.conjoint.guidance.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.content.ui.PostLine;
import org.conjoint.guidance.Interpretation;
import org.conjoint.guidance.Interpretation.Settlement;
import org.conjoint.guidance.ui.Naming.Named;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;

/** An interpretation with its clause, the deciding post, and how it ended. */
final class InterpretationCard extends Article {

    private final Div foot = new Div();

    /** @param into the name of the version that says it now; empty where there is none */
    InterpretationCard(Interpretation written, Naming naming, Named named, String into) {
        addClassNames("card", "note-card");
        var id = new Span(written.clauseId());
        id.addClassName("clause-id");
        var title = new H2(id, new Span(naming.clause(written.reading())));
        var head = new Div(title, new Pill(GuidanceWords.of(written.state())));
        head.addClassName("note-head");
        var text = new Paragraph(written.text());
        text.addClassName("note-text");
        text.getElement().setAttribute("dir", "auto");
        var facts = new Span(
                new Span("%s · %s · written on "
                        .formatted(named.person(written.writtenBy()), Moments.dateTime(written.writtenAt()))),
                new Anchor(naming.path(written.reading()), naming.version(written.reading())));
        if (written.note() != null) {
            facts.add(new Span(" · answers a note"));
        }
        facts.addClassName("hint");
        add(head, text, facts, new PostLine(written.post(), named.posts().get(written.post())));
        if (written.settlement() != null) {
            add(ended(written.settlement(), named, into));
        }
        foot.addClassName("note-foot");
        foot.setVisible(false);
        add(foot);
    }

    private static Div ended(Settlement how, Named named, String into) {
        var facts = new Span("%s · %s · %s"
                .formatted(
                        into.isEmpty() ? "Rejected" : "Folded into " + into,
                        named.person(how.by()),
                        Moments.dateTime(how.at())));
        facts.addClassName("hint");
        var ended = new Div(facts);
        if (how.reason() != null) {
            var reason = new Paragraph(how.reason());
            reason.getElement().setAttribute("dir", "auto");
            ended.add(reason);
        }
        ended.addClassName("note-answer");
        return ended;
    }

    /** Where what can be done with it goes. */
    Div foot() {
        foot.setVisible(true);
        return foot;
    }
}
