package org.conjoint.policy.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.conjoint.policy.ClauseNote;
import org.conjoint.ui.Moments;

/** How a clause is to be read until its text says so, each note with its day and the post on which it was decided. */
public final class ClauseNoteList extends Div {

    /** @param notes of one clause, the earliest first */
    public ClauseNoteList(List<ClauseNote> notes) {
        addClassName("clause-notes");
        getElement().setAttribute("role", "list").setAttribute("aria-label", "Interpretations");
        notes.forEach(note -> add(item(note)));
        setVisible(!notes.isEmpty());
    }

    private static Div item(ClauseNote note) {
        var label = new Span("Interpretation");
        label.addClassName("label");
        var text = new Paragraph(note.text());
        text.getElement().setAttribute("dir", "auto");
        var post = new Anchor(note.postPath(), note.post());
        post.addClassName("num");
        post.setTarget(AnchorTarget.BLANK);
        var facts = new Span(
                new Span("%s · %s · decided on ".formatted(Moments.date(note.writtenAt()), note.writtenBy())), post);
        facts.addClassName("hint");
        var item = new Div(label, text, facts);
        item.addClassName("clause-note");
        item.getElement().setAttribute("role", "listitem");
        return item;
    }
}
