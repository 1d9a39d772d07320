package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.content.Posts;
import org.conjoint.guidance.Interpretations;
import org.conjoint.guidance.NoteFilter;
import org.conjoint.guidance.NoteId;
import org.conjoint.guidance.NoteOutcome;
import org.conjoint.guidance.NoteState;
import org.conjoint.guidance.RaterNote;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.guidance.ui.Naming.Named;
import org.conjoint.policy.Policies;
import org.conjoint.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** What raters ask the authors of policies; the address holds what is listed. */
@Route(GuidanceNavigation.NOTES)
@PageTitle("Notes from raters")
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class NotesView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 30;

    private final RaterNotes notes;
    private final Interpretations interpretations;
    private final Policies policies;
    private final Posts posts;
    private final Naming naming;
    private final GuidanceFilter<NoteState> filter;
    private final Div list = new Div();
    private final Button older = new Button("Older", _ -> more());
    private @Nullable NoteId oldest;

    NotesView(
            RaterNotes notes,
            Interpretations interpretations,
            Policies policies,
            Posts posts,
            Naming naming,
            CurrentUser user) {
        this.notes = notes;
        this.interpretations = interpretations;
        this.policies = policies;
        this.posts = posts;
        this.naming = naming;
        filter = new GuidanceFilter<>(
                GuidanceNavigation.NOTES,
                List.of(NoteState.OPEN, NoteState.ANSWERED, NoteState.CLOSED),
                GuidanceWords::of,
                policies);
        addClassNames("page-scroll", "guidance");
        list.addClassName("note-list");
        older.addClassName("older");
        add(
                new H1("Notes from raters"),
                GuidanceNavigation.between(user, GuidanceNavigation.NOTES),
                filter,
                list,
                older);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.show(event.getLocation().getQueryParameters(), getLocale().getLanguage());
        list.removeAll();
        oldest = null;
        more();
    }

    private void more() {
        var page = notes.page(new NoteFilter(filter.state(), filter.slug(), filter.clauseId()), oldest, PAGE);
        if (page.isEmpty() && oldest == null) {
            list.add(new EmptyState(
                    "note",
                    "No note here",
                    "Raters send notes about a clause while they judge; nothing matches what you chose."));
        }
        var named = naming.ofNotes(page);
        page.forEach(note -> list.add(card(note, named)));
        older.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
        }
    }

    private NoteCard card(RaterNote note, Named named) {
        var card = new NoteCard(note, naming, named, false);
        var box = new AnswerBox(text -> notes.answer(note.id(), text), outcome -> done(card, outcome, "Answered"));
        var answer = new Button("Answer", _ -> box.open());
        answer.addThemeVariants(ButtonVariant.SMALL);
        var interpret = new Button("Write an interpretation", _ -> interpret(card, note));
        interpret.addThemeVariants(ButtonVariant.SMALL);
        interpret.setVisible(note.reading().clause() != null);
        var close = new Button("Close", _ -> done(card, notes.close(note.id()), "Closed"));
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        close.setVisible(note.state() != NoteState.CLOSED);
        card.foot().add(box, answer, interpret, close);
        return card;
    }

    private void interpret(NoteCard card, RaterNote note) {
        new InterpretationDialog(policies, posts, interpretations, getLocale().getLanguage(), _ -> {
                    Notification.show("Written; the sender has it as the answer.");
                    again(card, note.id());
                })
                .from(note)
                .open();
    }

    private void done(NoteCard card, NoteOutcome outcome, String words) {
        switch (outcome) {
            case NoteOutcome.Done(var id) -> {
                Notification.show(words);
                again(card, id);
            }
            case NoteOutcome.Refused(var why) -> Notification.show(why);
        }
    }

    /** Shows a note as it stands now, in its place. */
    private void again(NoteCard card, NoteId id) {
        notes.find(id).ifPresent(note -> {
            var position = list.indexOf(card);
            list.remove(card);
            list.addComponentAtIndex(position, card(note, naming.ofNotes(List.of(note))));
        });
    }
}
