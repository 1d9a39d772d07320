package org.conjoint.guidance.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.content.ui.PostLine;
import org.conjoint.guidance.RaterNote;
import org.conjoint.guidance.RaterNote.NoteAnswer;
import org.conjoint.guidance.ui.Naming.Named;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;

/** A note with what it is about, the post, and its answers. */
final class NoteCard extends Article {

    private final Div foot = new Div();

    /** @param own whether it is the current user's, so that new answers are marked */
    NoteCard(RaterNote note, Naming naming, Named named, boolean own) {
        addClassNames("card", "note-card");
        setId(GuidanceNavigation.note(note.id()));
        var text = new Paragraph(note.text());
        text.addClassName("note-text");
        text.getElement().setAttribute("dir", "auto");
        add(head(note, naming, own), text, facts(note, naming, named, own));
        add(new PostLine(note.post(), named.posts().get(note.post())));
        var fresh = own ? note.answers().size() - note.unread() : note.answers().size();
        for (var i = 0; i < note.answers().size(); i++) {
            add(answer(note.answers().get(i), named, i >= fresh));
        }
        foot.addClassName("note-foot");
        foot.setVisible(false);
        add(foot);
    }

    private static Div head(RaterNote note, Naming naming, boolean own) {
        var title = new H2();
        var clause = note.reading().clause();
        if (clause != null) {
            var id = new Span(clause.clauseId());
            id.addClassName("clause-id");
            title.add(id);
        }
        title.add(new Span(naming.clause(note.reading())));
        var head = new Div(title);
        if (own && note.unread() > 0) {
            var fresh = new Pill(note.unread() == 1 ? "New answer" : "%d new answers".formatted(note.unread()));
            fresh.addClassName("fresh");
            head.add(fresh);
        }
        head.add(new Pill(GuidanceWords.of(note.state())));
        head.addClassName("note-head");
        return head;
    }

    private static Span facts(RaterNote note, Naming naming, Named named, boolean own) {
        var wording = new Anchor(naming.path(note.reading()), naming.version(note.reading()));
        var hash = note.reading().clause();
        var facts = new Span(
                new Span("%s · %s · "
                        .formatted(own ? "You" : named.person(note.sender()), Moments.dateTime(note.sentAt()))),
                wording,
                new Span(" · %s".formatted(note.reading().locale())));
        if (hash != null) {
            var short12 = new Span(" · text " + hash.textHash().substring(0, 12));
            short12.addClassName("num");
            short12.getElement().setAttribute("title", "SHA-256 of the wording read: " + hash.textHash());
            facts.add(short12);
        }
        if (note.verdict() != null) {
            facts.add(
                    new Span(" · with verdict "),
                    new Anchor(
                            "judgements/%d/as-seen".formatted(note.verdict()),
                            note.verdict().toString()));
        }
        facts.addClassName("hint");
        return facts;
    }

    private static Div answer(NoteAnswer answer, Named named, boolean fresh) {
        var text = new Paragraph(answer.text());
        text.getElement().setAttribute("dir", "auto");
        var facts = new Span("%s · %s".formatted(named.person(answer.author()), Moments.dateTime(answer.at())));
        facts.addClassName("hint");
        var said = new Div(facts, text);
        said.addClassName("note-answer");
        said.setClassName("fresh", fresh);
        return said;
    }

    /** Where what can be done with it goes. */
    Div foot() {
        foot.setVisible(true);
        return foot;
    }
}
