package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.access.Roles;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Policies;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Moments;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.Pill;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** All that the rater has judged, the newest first; one is opened to read beside the list, and the address holds it. */
@Route("judgements/:verdict?([0-9]+)")
@PageTitle("My judgements")
@Menu(title = "Judged", order = 12, icon = "list")
@RolesAllowed({Roles.RATER, Roles.REVIEWER, Roles.QUALITY_LEAD, Roles.ADMIN})
final class JudgementsView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 30;

    private final Verdicts verdicts;
    private final Posts posts;
    private final Policies policies;
    private final Div list = new Div();
    private final Div detail = new Div();
    private final Button older = new Button("Older");
    private @Nullable VerdictId oldest;
    private @Nullable VerdictId opened;

    JudgementsView(Verdicts verdicts, Posts posts, Policies policies) {
        this.verdicts = verdicts;
        this.posts = posts;
        this.policies = policies;
        addClassName("judgements");
        list.addClassName("judgement-list");
        detail.addClassNames("judgement-detail", "page-scroll");
        detail.getElement().setAttribute("aria-live", "polite");
        older.addClickListener(_ -> more());
        var column = new Div(new H1("My judgements"), list, older);
        column.addClassName("judgement-column");
        add(column, detail);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = event.getRouteParameters()
                .getLong("verdict")
                .filter(id -> id > 0)
                .map(VerdictId::new)
                .orElse(null);
        list.removeAll();
        oldest = null;
        more();
        detail.removeAll();
        if (opened != null) {
            detail.add(verdicts.find(opened).map(this::detail).orElseGet(JudgementsView::unknown));
        } else if (oldest != null) {
            var hint = new Paragraph("Choose a judgement to read it with the policy text that it cites.");
            hint.addClassName("muted");
            detail.add(hint);
        }
    }

    private void more() {
        var page = verdicts.mine(oldest, PAGE);
        Map<PostId, Post> judged = posts.find(page.stream().map(Verdict::post).collect(Collectors.toSet()));
        page.forEach(verdict -> list.add(row(verdict, judged.get(verdict.post()))));
        older.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
            list.getElement().setAttribute("role", "list");
        } else if (oldest == null) {
            list.getElement().removeAttribute("role");
            list.add(new EmptyState(
                    "list",
                    "You have judged nothing yet",
                    "Whatever you submit is listed here, with the policy text it cites.",
                    new Anchor("rate", "Choose a queue")));
        }
    }

    private Div row(Verdict verdict, @Nullable Post post) {
        var caption = post == null || post.data().caption() == null
                ? "(no caption)"
                : post.data().caption();
        var text = new OriginalText(caption, post == null ? null : post.data().language());
        text.addClassName("caption-line");
        var facts =
                new Span("%s · %s".formatted(Moments.dateTime(verdict.submittedAt()), Words.of(verdict.composition())));
        facts.addClassNames("hint", "num");
        var link = new Anchor("judgements/" + verdict.id().value(), "");
        link.add(text, facts);
        if (verdict.form().joint() != null) {
            link.add(Pill.of(verdict.form().joint()));
        }
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("aria-current", verdict.id().equals(opened) ? "true" : "false");
        var item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }

    private Div detail(Verdict verdict) {
        var content = new Div();
        posts.find(verdict.post(), verdict.postRevision()).ifPresent(post -> content.add(new JudgedPost(post)));
        content.add(new JudgementRecord(verdict, policies.version(verdict.policyVersion(), verdict.locale())));
        return content;
    }

    private static Div unknown() {
        return new EmptyState(
                "list",
                "There is no such judgement of yours",
                "It may have been taken back; the list shows what stands.");
    }
}
