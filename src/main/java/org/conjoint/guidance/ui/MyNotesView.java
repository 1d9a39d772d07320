package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.guidance.NoteId;
import org.conjoint.guidance.RaterNote;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** What one asked the authors of policies, and what they answered; what is shown counts as read. */
@Route(GuidanceNavigation.MINE)
@PageTitle("My notes")
@Menu(title = "Notes", order = 14, icon = "note")
@RolesAllowed({Roles.RATER, Roles.REVIEWER, Roles.QUALITY_LEAD, Roles.POLICY_AUTHOR})
class MyNotesView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 30;

    private final RaterNotes notes;
    private final Naming naming;
    private final CurrentUser user;
    private final Div list = new Div();
    private final Button older = new Button("Older", _ -> more());
    private @Nullable NoteId oldest;

    MyNotesView(RaterNotes notes, Naming naming, CurrentUser user) {
        this.notes = notes;
        this.naming = naming;
        this.user = user;
        addClassNames("page-scroll", "guidance");
        list.addClassName("note-list");
        older.addClassName("older");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!GuidanceNavigation.sends(user)) {
            event.forwardTo(NotesView.class);
            return;
        }
        removeAll();
        list.removeAll();
        oldest = null;
        var intro = new Paragraph("What you asked the authors about a clause, with the post you had before you.");
        intro.addClassName("muted");
        add(new H1("My notes"), GuidanceNavigation.between(user, GuidanceNavigation.MINE), intro, list, older);
        more();
    }

    private void more() {
        var page = notes.mine(oldest, PAGE);
        if (page.isEmpty() && oldest == null) {
            list.add(new EmptyState(
                    "note",
                    "You have sent no note yet",
                    "While you rate, “Ask the authors” sends them a question about a clause and the post before you.",
                    new Anchor("rate", "Choose a queue")));
        }
        var named = naming.ofNotes(page);
        page.forEach(note -> list.add(new NoteCard(note, naming, named, true)));
        notes.read(page.stream()
                .filter(note -> note.unread() > 0)
                .map(RaterNote::id)
                .toList());
        older.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
        }
    }
}
