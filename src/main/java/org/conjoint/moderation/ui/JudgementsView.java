package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.access.Roles;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.ui.PostCard;
import org.conjoint.media.MediaLibrary;
import org.conjoint.moderation.KeptVerdicts;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.Verdicts;
import org.conjoint.moderation.staleness.Stale;
import org.conjoint.moderation.staleness.Staleness;
import org.conjoint.policy.Policies;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.ErrorState;
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

    /** The parameter of the address that begins a correction at once. */
    private static final String CORRECT = "correct";

    private final Verdicts verdicts;
    private final KeptVerdicts kept;
    private final Staleness staleness;
    private final Posts posts;
    private final Policies policies;
    private final MediaLibrary library;
    private final ClauseHelp help;
    private final Div column = new Div();
    private final Div list = new Div();
    private final Div detail = new Div();
    private final Button older = new Button("Older");
    private @Nullable VerdictId oldest;
    private @Nullable VerdictId opened;
    private @Nullable CorrectionScreen correction;

    JudgementsView(
            Verdicts verdicts,
            KeptVerdicts kept,
            Staleness staleness,
            Posts posts,
            Policies policies,
            MediaLibrary library,
            ClauseHelp help) {
        this.verdicts = verdicts;
        this.kept = kept;
        this.staleness = staleness;
        this.posts = posts;
        this.policies = policies;
        this.library = library;
        this.help = help;
        addClassName("judgements");
        list.addClassName("judgement-list");
        detail.addClassNames("judgement-detail", "page-scroll");
        detail.getElement().setAttribute("aria-live", "polite");
        older.addClickListener(_ -> more());
        column.add(new H1("My judgements"), list, older);
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
        read();
        if (opened != null
                && event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(CORRECT)
                        .isPresent()) {
            correct(opened);
        }
    }

    private void read() {
        removeAll();
        add(column, detail);
        list.removeAll();
        oldest = null;
        more();
        kept();
        setClassName("nothing", oldest == null && opened == null);
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
        var stale = staleness.of(page.stream().map(Verdict::id).toList());
        page.forEach(verdict -> list.add(row(verdict, judged.get(verdict.post()), stale.get(verdict.id()))));
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

    /** What was sent too late stands below what counts, with the reason. */
    private void kept() {
        var some = kept.mine(PAGE);
        if (!some.isEmpty()) {
            var about = posts.find(some.stream()
                    .flatMap(each -> Optional.ofNullable(each.post()).stream())
                    .collect(Collectors.toSet()));
            list.add(new KeptSection(some, about, kept));
        }
    }

    static OriginalText caption(@Nullable Post post) {
        var caption = post == null || post.data().caption() == null
                ? "(no caption)"
                : post.data().caption();
        var text = new OriginalText(caption, post == null ? null : post.data().language());
        text.addClassName("caption-line");
        return text;
    }

    private Div row(Verdict verdict, @Nullable Post post, @Nullable Stale stale) {
        var text = caption(post);
        var facts = new Span("%s · %s%s"
                .formatted(
                        Moments.dateTime(verdict.submittedAt()),
                        Words.of(verdict.composition()),
                        verdict.trial() ? " · a trial, not counted" : ""));
        facts.addClassNames("hint", "num");
        var link = new Anchor("judgements/" + verdict.id().value(), "");
        link.add(text, facts);
        if (verdict.form().joint() != null) {
            link.add(Pill.of(verdict.form().joint()));
        }
        if (stale != null) {
            link.add(StalePill.of(stale));
        }
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("aria-current", verdict.id().equals(opened) ? "true" : "false");
        var item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }

    private Div detail(Verdict verdict) {
        var content = new Div();
        posts.find(verdict.post(), verdict.postRevision()).ifPresent(post -> content.add(new PostCard(post)));
        if (verdicts.correctable(verdict.id()).isPresent()) {
            var correct = new Button("Correct", _ -> correct(verdict.id()));
            var actions = new Div(correct);
            actions.addClassName("judgement-actions");
            content.add(actions);
        }
        var stale = staleness.of(List.of(verdict.id())).get(verdict.id());
        if (stale != null) {
            content.add(StalePill.mark(stale));
        }
        content.add(new JudgementRecord(verdict, policies.version(verdict.policyVersion(), verdict.locale())));
        return content;
    }

    private void correct(VerdictId id) {
        var found = verdicts.correctable(id);
        var post = found.flatMap(
                each -> posts.find(each.verdict().post(), each.verdict().postRevision()));
        if (found.isEmpty() || post.isEmpty()) {
            aside("There is no such judgement any more", "It was taken back meanwhile; nothing was written.");
            return;
        }
        var data = post.get().data();
        var media = library.find(Stream.of(
                        Optional.ofNullable(data.image()),
                        Optional.ofNullable(data.audio()),
                        Optional.ofNullable(data.video()))
                .flatMap(Optional::stream)
                .toList());
        removeAll();
        correction = new CorrectionScreen(found.get(), post.get(), media, verdicts, help, this::corrected, this::read);
        add(correction);
    }

    private void corrected(VerdictOutcome outcome) {
        switch (outcome) {
            case VerdictOutcome.Stored(var _, var receipt) -> done(receipt.revision());
            case VerdictOutcome.Repeated(var _, var receipt) -> done(receipt.revision());
            case VerdictOutcome.Conflict(var revision) ->
                aside(
                        "This verdict was corrected meanwhile",
                        "Revision %d stands, and nothing was written. Read it, then correct that one."
                                .formatted(revision));
            case VerdictOutcome.Refused(var reason) -> aside("The correction could not be taken", reason + ".");
            case VerdictOutcome.Invalid(var problems) ->
                aside("The correction could not be taken", problems.getFirst().message() + ".");
            case VerdictOutcome.LeaseGone(var cause) -> aside("The correction could not be taken", Labels.of(cause));
            case VerdictOutcome.PolicyChanged(var _, var _) ->
                aside("The correction could not be taken", "It was made under another version of the policy.");
        }
    }

    private void done(int revision) {
        read();
        Notification.show("Corrected: revision %d stands".formatted(revision));
    }

    private void aside(String what, String text) {
        removeAll();
        add(new ErrorState(what, text, new Button("Read it as it stands", _ -> read())));
    }

    Optional<CorrectionScreen> correction() {
        return Optional.ofNullable(correction).filter(Component::isAttached);
    }

    private static Div unknown() {
        return new EmptyState(
                "list",
                "There is no such judgement of yours",
                "It may have been taken back; the list shows what stands.");
    }
}
