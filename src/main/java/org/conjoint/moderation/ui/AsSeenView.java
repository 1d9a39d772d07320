package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.conjoint.access.Roles;
import org.conjoint.content.Posts;
import org.conjoint.content.ui.PostCard;
import org.conjoint.moderation.CitedClause;
import org.conjoint.moderation.SeenVerdict;
import org.conjoint.moderation.SeenVerdict.SeenWording;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.VerdictTimeMachine;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.ui.ClauseThenNow;
import org.conjoint.policy.ui.SeenText;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Moments;
import org.jspecify.annotations.Nullable;

/** A verdict with the policy exactly as its rater saw it, beside today’s text. */
@Route("judgements/:verdict([0-9]+)/as-seen/:revision?([0-9]+)")
@RolesAllowed({Roles.RATER, Roles.REVIEWER, Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD, Roles.DATA_ENGINEER, Roles.ADMIN})
final class AsSeenView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final VerdictTimeMachine machine;
    private final Posts posts;
    private String title = "Verdict as seen";

    AsSeenView(VerdictTimeMachine machine, Posts posts) {
        this.machine = machine;
        this.posts = posts;
        addClassNames("page-scroll", "as-seen");
    }

    /** The address of a revision of a verdict as its rater saw it, without a leading slash. */
    static String path(Verdict verdict) {
        return "judgements/%d/as-seen/%d".formatted(verdict.id().value(), verdict.revision());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var parameters = event.getRouteParameters();
        var id = parameters.getLong("verdict").filter(number -> number > 0).map(VerdictId::new);
        var revision = parameters.getInteger("revision").orElse(null);
        var seen = id.flatMap(verdict -> machine.open(verdict, revision));
        if (seen.isEmpty()) {
            add(new EmptyState(
                    "list",
                    "There is no such verdict",
                    "It is not there, or it is someone else’s and not for you to read.",
                    new Anchor("judgements", "My judgements")));
            return;
        }
        show(seen.get());
    }

    private void show(SeenVerdict seen) {
        var verdict = seen.verdict();
        title = "Verdict %d as seen".formatted(verdict.id().value());
        add(new H1(title), revisions(seen), proof(seen));
        posts.find(verdict.post(), verdict.postRevision()).ifPresent(post -> add(new PostCard(post)));
        add(JudgementRecord.grades(verdict.form()), JudgementRecord.reading(verdict.form()));
        add(new H2("What it cites, then and now"), standing(seen));
        var cited = new LinkedHashSet<String>();
        if (verdict.form().principal() != null) {
            cited.add(verdict.form().principal());
        }
        verdict.cited().stream().map(CitedClause::clauseId).forEach(cited::add);
        cited.forEach(
                clause -> add(new ClauseThenNow(clause, seen.seen().version(), seen.now(), places(clause, seen))));
        if (cited.isEmpty()) {
            add(new Paragraph("It cites no clause."));
        }
        var whole = new Details(
                "The whole text as it was seen, with %s"
                        .formatted(
                                seen.seen().examples().size() == 1
                                        ? "1 teaching example"
                                        : "%d teaching examples"
                                                .formatted(
                                                        seen.seen().examples().size())),
                new SeenText(seen.seen(), seen.notes()));
        whole.setOpened(cited.isEmpty());
        add(whole);
    }

    private static Component revisions(SeenVerdict seen) {
        var verdict = seen.verdict();
        var nav = new Nav();
        nav.addClassName("policy-languages");
        nav.setAriaLabel("Revisions");
        for (var revision : seen.revisions()) {
            var words = "Revision %d · %s%s"
                    .formatted(
                            revision.number(),
                            Moments.dateTime(revision.at()),
                            revision.supersededAt() == null ? " · stands" : "");
            var link =
                    new Anchor("judgements/%d/as-seen/%d".formatted(verdict.id().value(), revision.number()), words);
            link.addClassNames("chip", "num");
            if (revision.number() == verdict.revision()) {
                link.addClassName("soft");
                link.getElement().setAttribute("aria-current", "true");
            }
            nav.add(link);
        }
        return nav;
    }

    /** Whether the wording shown is the one that the rater saw, for every clause cited. */
    private static Component proof(SeenVerdict seen) {
        var version = seen.seen().version();
        var text = "%s %s in %s".formatted(version.title(), version.number(), Moments.language(version.locale()));
        if (!version.locale().equals(seen.verdict().locale())) {
            return banner(
                    "warn",
                    "broken",
                    "The rater saw a text in %s, and this version is not kept in that language; what follows is %s."
                            .formatted(Moments.language(seen.verdict().locale()), text));
        }
        var wrong = seen.wordings().stream().filter(wording -> !wording.same()).toList();
        if (wrong.isEmpty()) {
            return banner(
                    "ok",
                    "proven",
                    seen.wordings().isEmpty()
                            ? "The text is the one seen: %s.".formatted(text)
                            : "The wording is the one seen: %s. The SHA-256 of %s matches the kept files."
                                    .formatted(text, clauses(seen.wordings().size())));
        }
        var all = new Div();
        wrong.forEach(wording -> all.add(banner("warn", "broken", difference(wording))));
        return all;
    }

    private static String difference(SeenWording wording) {
        return "The wording of %s is not the one seen: the verdict cites %s, and the kept files give %s. Do not rely on the text below; check the audit trail and the backups."
                .formatted(
                        wording.clauseId(), wording.cited(), wording.kept() == null ? "no such text" : wording.kept());
    }

    private static Div banner(String icon, String kind, String words) {
        var banner = new Div(new Icon(icon), new Span(words));
        banner.addClassNames("policy-banner", kind);
        banner.getElement().setAttribute("role", kind.equals("broken") ? "alert" : "note");
        return banner;
    }

    private static String clauses(int count) {
        return count == 1 ? "the clause cited" : "the %d clauses cited".formatted(count);
    }

    private static Paragraph standing(SeenVerdict seen) {
        var words = new Paragraph(today(seen.seen().version(), seen.now()));
        words.addClassName("muted");
        return words;
    }

    private static String today(PolicyVersion then, @Nullable PolicyVersion now) {
        if (now == null) {
            return "No version of this policy is in force today.";
        }
        return now.id().equals(then.id())
                ? "%s is still in force.".formatted(then.number())
                : "%s was in force then; %s is today.".formatted(then.number(), now.number());
    }

    private static Component places(String clauseId, SeenVerdict seen) {
        var verdict = seen.verdict();
        var places = new Div();
        places.addClassName("places");
        for (var row : Row.values()) {
            if (verdict.cited().stream()
                    .anyMatch(each ->
                            each.clauseId().equals(clauseId) && row.part().equals(Optional.ofNullable(each.part())))) {
                places.add(row.dot(), new Span(row.words()));
            }
        }
        if (clauseId.equals(verdict.form().principal())) {
            places.add(new Span("· principal"));
        }
        seen.wordings().stream()
                .filter(wording -> wording.clauseId().equals(clauseId))
                .forEach(wording -> {
                    var hash = new Span("· SHA-256 " + wording.cited().substring(0, 12));
                    hash.addClassName("num");
                    hash.getElement().setAttribute("title", wording.cited());
                    places.add(hash);
                });
        return places;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor("judgements", "Judged"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Span();
    }
}
