package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.ui.ClauseNoteList;
import org.conjoint.ui.MarkdownText;

/** How a clause reads in the version that judges, and how it is to be read. */
final class ClauseReading extends Dialog {

    /**
     * @param notes on this clause, the earliest first
     * @param ask asks the authors about it
     */
    ClauseReading(Clause clause, PolicyVersion policy, List<ClauseNote> notes, Runnable ask) {
        setHeaderTitle("%s %s".formatted(clause.clauseId(), clause.title()));
        setWidth("620px");
        var test = new Paragraph(clause.test());
        test.addClassName("test");
        var facts = new Span("%s %s · severity %s%s"
                .formatted(
                        policy.title(),
                        policy.number(),
                        clause.severity().code(),
                        clause.contextCannotDefuse() ? " · no context defuses it" : ""));
        facts.addClassName("hint");
        var text = new Div(facts, test, new MarkdownText(clause.textMarkdown(), policy.locale()));
        text.addClassName("policy-text");
        text.getElement().setAttribute("lang", policy.locale());
        add(text, new ClauseNoteList(notes));
        var asking = new Button("Ask the authors", _ -> {
            close();
            ask.run();
        });
        getFooter().add(asking, new Button("Close", _ -> close()));
    }
}
