package org.conjoint.appeals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Roles;
import org.conjoint.appeals.Appeal.AppealedClause;
import org.conjoint.appeals.AppealAnswer;
import org.conjoint.appeals.AppealCase;
import org.conjoint.appeals.AppealId;
import org.conjoint.appeals.Appeals;
import org.conjoint.appeals.Deciding;
import org.conjoint.appeals.DecisionDraft;
import org.conjoint.care.ShieldChoices;
import org.conjoint.content.Post;
import org.conjoint.content.Posts;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.media.MediaLibrary;
import org.conjoint.policy.ui.ClauseThenNow;
import org.conjoint.shared.UserId;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Stage;
import org.jspecify.annotations.Nullable;

/** One appeal: the post and the verdict at the left; the text then and now, and the two questions, at the right. */
@Route("appeals/:appeal([0-9]+)")
@RolesAllowed({Roles.REVIEWER, Roles.QUALITY_LEAD})
class AppealView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final Appeals appeals;
    private final Posts posts;
    private final MediaLibrary library;
    private final ShieldChoices shields;
    private final Accounts accounts;
    private String title = "Appeal";
    private String standing = "";
    private @Nullable QuestionForm then;
    private @Nullable QuestionForm now;
    private final Span trouble = new Span();

    AppealView(Appeals appeals, Posts posts, MediaLibrary library, ShieldChoices shields, Accounts accounts) {
        this.appeals = appeals;
        this.posts = posts;
        this.library = library;
        this.shields = shields;
        this.accounts = accounts;
        addClassName("appeal");
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .getLong("appeal")
                .filter(number -> number > 0)
                .map(AppealId::new);
        var heard = id.flatMap(appeals::hear);
        if (heard.isEmpty()) {
            removeAll();
            add(new EmptyState(
                    "appeal",
                    "There is no such appeal",
                    "The list shows those that are there.",
                    new Anchor(AppealsView.PATH, "All appeals")));
            return;
        }
        show(heard.get());
    }

    private void show(AppealCase heard) {
        removeAll();
        title = AppealWords.name(heard.appeal());
        standing = AppealWords.standing(heard.appeal());
        var left = new Div(statement(heard), new AppealedVerdict(heard));
        left.addClassName("appeal-case");
        var post = posts.find(heard.appeal().post().id(), heard.appeal().post().revision());
        post.ifPresent(found -> left.addComponentAsFirst(stage(found, heard)));
        var right = new Div(texts(heard), questions(heard));
        right.addClassName("appeal-decision");
        add(new ReadHeading(title), left, right);
    }

    private Div stage(Post post, AppealCase heard) {
        var stage = new Stage();
        stage.shields(shields.effective(heard.then().gravest()));
        var data = post.data();
        stage.show(StagePosts.of(
                post,
                library.find(Stream.of(data.image(), data.audio(), data.video())
                        .filter(Objects::nonNull)
                        .toList())));
        var place = new Div(stage);
        place.addClassNames("card", "stage-place");
        return place;
    }

    private Div statement(AppealCase heard) {
        var heading = new H2("The appellant says");
        heading.addClassName("label");
        var words = new Paragraph(heard.appeal().statement());
        words.addClassName("note-text");
        words.getElement().setAttribute("dir", "auto");
        var facts = new Span("Opened %s by %s"
                .formatted(
                        Moments.dateTime(heard.appeal().openedAt()),
                        name(heard.appeal().openedBy())));
        facts.addClassName("hint");
        var card = new Div(heading, words, facts);
        card.addClassNames("card", "appealed");
        return card;
    }

    private static Div texts(AppealCase heard) {
        var texts = new Div();
        texts.addClassName("appeal-texts");
        var clauses = new LinkedHashSet<String>();
        heard.appeal().clauses().stream().map(AppealedClause::clauseId).forEach(clauses::add);
        clauses.forEach(clause -> texts.add(new ClauseThenNow(clause, heard.then(), heard.now())));
        if (clauses.isEmpty()) {
            texts.add(new Paragraph("The verdict cites no clause."));
        }
        return texts;
    }

    private Component questions(AppealCase heard) {
        var decision = heard.appeal().decision();
        if (decision != null) {
            return new DecisionRecord(heard, decision, name(decision.by()));
        }
        if (heard.hindrance() != null) {
            return new Paragraph(heard.hindrance());
        }
        var first = new QuestionForm("Right under the text then?", heard.then());
        var second = heard.now() == null ? null : new QuestionForm("Still standing under the text now?", heard.now());
        then = first;
        now = second;
        trouble.setText("");
        var all = new Div(first);
        all.addClassName("questions");
        all.add(
                second == null
                        ? new Paragraph("No version of this policy is in force; only the first question is asked.")
                        : second);
        var go = new Button("Decide", _ -> decide(heard));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var note = new Span("The verdict stays as it is; your decision is a record of its own.");
        note.addClassName("hint");
        var foot = new Div(go, note, trouble);
        foot.addClassName("note-foot");
        all.add(foot);
        return all;
    }

    private void decide(AppealCase heard) {
        var first = Objects.requireNonNull(then);
        var second = now;
        first.complain("");
        trouble.setText("");
        var one = first.answer();
        if (one == null) {
            first.complain("Answer yes or no");
            return;
        }
        AppealAnswer two = null;
        if (second != null) {
            second.complain("");
            two = second.answer();
            if (two == null) {
                second.complain("Answer yes or no");
                return;
            }
        }
        var version = heard.now() == null ? null : heard.now().id();
        switch (appeals.decide(new DecisionDraft(heard.appeal().id(), one, version, two))) {
            case Deciding.Decided(var outcome) -> {
                Notification.show(AppealWords.of(outcome));
                appeals.hear(heard.appeal().id()).ifPresent(this::show);
            }
            case Deciding.Refused(var field, var words) -> refuse(field, words);
        }
    }

    private void refuse(String field, String words) {
        if (field.equals("then") && then != null) {
            then.complain(words);
        } else if (field.equals("now") && now != null) {
            now.complain(words);
        } else {
            trouble.setText(words);
        }
    }

    private String name(UserId id) {
        return accounts.displayNames(List.of(id)).getOrDefault(id, "somebody");
    }

    @Nullable QuestionForm thenForm() {
        return then;
    }

    @Nullable QuestionForm nowForm() {
        return now;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor(AppealsView.PATH, "Appeals"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return standing.isEmpty() ? new Span() : new Pill(standing);
    }
}
