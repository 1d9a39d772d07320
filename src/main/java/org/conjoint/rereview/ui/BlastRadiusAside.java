package org.conjoint.rereview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.content.Posts;
import org.conjoint.moderation.staleness.BlastRadius;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.BlastRadius.Sampled;
import org.conjoint.moderation.staleness.Effects;
import org.conjoint.moderation.staleness.Grandfathered;
import org.conjoint.moderation.staleness.Grandfathering;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.rereview.PlanData;
import org.conjoint.rereview.PlanOutcome;
import org.conjoint.rereview.RereviewPlan;
import org.conjoint.rereview.Rereviews;
import org.conjoint.ui.Moments;
import org.jspecify.annotations.Nullable;

/** What a version does to verdicts, and what is to follow: the column beside a comparison. */
final class BlastRadiusAside extends Section {

    /** What the column asks. */
    record Services(
            Effects effects, Grandfathering grandfathering, Rereviews rereviews, Posts posts, Accounts accounts) {}

    private final PolicyVersion version;
    private final Services services;

    BlastRadiusAside(PolicyVersion version, Services services) {
        this.version = version;
        this.services = services;
        addClassName("blast-radius");
        read();
    }

    private void read() {
        removeAll();
        var radius = services.effects().blastRadius(version.id());
        var plan = services.rereviews().of(version.id()).orElse(null);
        add(head(radius), sum(radius));
        var changes = radius.clauses().stream()
                .filter(effect -> effect.stale() + effect.kept() > 0 || reaches(effect))
                .toList();
        if (!changes.isEmpty()) {
            var why = new Paragraph(
                    "Tightening can only raise a grade, loosening can only lower one. What cannot change is not read again.");
            why.addClassName("hint");
            add(new ReachTable(changes, getLocale()), why);
        }
        if (radius.stale() > 0) {
            details(radius);
        }
        decisions();
        add(foot(radius, plan));
    }

    private static boolean reaches(ClauseEffect effect) {
        var kind = effect.change().kind();
        return kind == ChangeKind.TIGHTEN || kind == ChangeKind.LOOSEN || kind == ChangeKind.SCOPE;
    }

    private Component head(BlastRadius radius) {
        var title = new H2("Blast radius");
        title.addClassName("caps");
        var head = new Div(title, RadiusWords.muted("counted " + Moments.dateTime(radius.countedAt())));
        head.addClassName("radius-head");
        return head;
    }

    private Component sum(BlastRadius radius) {
        var number = new Span(RadiusWords.count(radius.stale(), getLocale()));
        number.addClassName("radius-number");
        var judges = version.state() == PolicyState.IN_FORCE || version.state() == PolicyState.EMERGENCY;
        var words = RadiusWords.muted("of %s verdicts %s stale, %s"
                .formatted(
                        RadiusWords.count(radius.verdicts(), getLocale()),
                        judges ? "are" : "go",
                        RadiusWords.percent(radius.stale(), radius.verdicts(), getLocale())));
        var line = new Div(number, words);
        line.addClassName("radius-sum");
        var sum = new Div(line);
        if (radius.staleBefore() > 0) {
            sum.add(RadiusWords.muted("%s of them are stale already under %s."
                    .formatted(RadiusWords.count(radius.staleBefore(), getLocale()), radius.before())));
        }
        if (radius.kept() > 0) {
            sum.add(RadiusWords.muted(
                    "%s more are kept on purpose.".formatted(RadiusWords.count(radius.kept(), getLocale()))));
        }
        sum.addClassName("radius-sums");
        return sum;
    }

    private void details(BlastRadius radius) {
        var table = new CompositionTable(radius, getLocale());
        add(table);
        var remarks = new ArrayList<String>();
        if (table.leavesOut()) {
            remarks.add("Further clauses count in “All”.");
        }
        if (table.overlaps()) {
            remarks.add("A verdict that several changes reach stands in each column, and once in “All”.");
        }
        if (!remarks.isEmpty()) {
            var remark = new Paragraph(String.join(" ", remarks));
            remark.addClassName("hint");
            add(remark);
        }
        var locales = new Div(RadiusWords.caps("By language of the text"));
        locales.addClassName("radius-locales");
        radius.locales().forEach((tag, count) -> {
            var one = new Span("%s %s".formatted(Moments.language(tag), RadiusWords.count(count, getLocale())));
            one.addClassNames("chip", "num");
            locales.add(one);
        });
        var head = new Div(
                RadiusWords.caps("Sample"),
                RadiusWords.muted(
                        "%d of %s".formatted(radius.sample().size(), RadiusWords.count(radius.stale(), getLocale()))));
        head.addClassName("radius-head");
        var found = services.posts()
                .find(radius.sample().stream().map(Sampled::post).collect(Collectors.toSet()));
        add(locales, head, new SampleList(radius.sample(), found));
    }

    private void decisions() {
        var decisions = services.grandfathering().list(version.id());
        if (!decisions.isEmpty()) {
            var names = services.accounts()
                    .displayNames(decisions.stream().map(one -> one.kept().by()).collect(Collectors.toSet()));
            add(RadiusWords.caps("Kept on purpose"), new KeptList(decisions, names, id -> {
                services.grandfathering().end(id);
                read();
            }));
        }
    }

    private Component foot(BlastRadius radius, @Nullable RereviewPlan plan) {
        var foot = new Div();
        foot.addClassName("radius-foot");
        if (plan != null) {
            foot.add(standing(plan));
        }
        var actions = new Div();
        actions.addClassName("radius-actions");
        var keepable =
                radius.clauses().stream().filter(effect -> effect.stale() > 0).toList();
        var keep = new Button("Keep as they are …", _ -> keep(keepable));
        keep.setEnabled(!keepable.isEmpty());
        var clearer =
                radius.clauses().stream().anyMatch(effect -> effect.change().kind() == ChangeKind.CLARIFY);
        var again = new Button(
                plan == null
                        ? "Plan the re-review of " + RadiusWords.count(radius.stale(), getLocale())
                        : "Change the plan …",
                _ -> plan(clearer, plan));
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setEnabled(plannable() && (radius.stale() > 0 || clearer || plan != null));
        actions.add(keep, again);
        foot.add(actions);
        return foot;
    }

    private boolean plannable() {
        return switch (version.state()) {
            case DRAFT, IN_REVIEW, CALIBRATING, APPROVED, SCHEDULED, IN_FORCE, EMERGENCY -> true;
            case SUPERSEDED, ARCHIVED, REJECTED, WITHDRAWN -> false;
        };
    }

    private Component standing(RereviewPlan plan) {
        var line = new Div();
        line.addClassNames("radius-plan");
        if (plan.waits()) {
            line.add(new Span("Planned as “%s”; begins with version %s."
                    .formatted(plan.data().name(), version.number())));
            var forget = new Button("Forget it", _ -> {
                services.rereviews().forget(plan.id());
                read();
            });
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(forget);
            return line;
        }
        var posts = RadiusWords.count(plan.posts(), getLocale());
        var queue = plan.queue();
        if (queue == null || plan.filledAt() == null) {
            line.add(new Span("“%s” is being filled: %s posts so far."
                    .formatted(plan.data().name(), posts)));
            var look = new Button("Look again", _ -> read());
            look.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(look);
        } else {
            line.add(
                    new Span("%s posts are in ".formatted(posts)),
                    new Anchor("rate/" + queue.value(), plan.data().name()));
        }
        return line;
    }

    private void plan(boolean clearer, @Nullable RereviewPlan before) {
        var judges = version.state() == PolicyState.IN_FORCE || version.state() == PolicyState.EMERGENCY;
        new PlanDialog(
                        version.id(),
                        "Re-review of %s %s".formatted(version.title(), version.number()),
                        judges
                                ? "It begins at once."
                                : "It begins when version %s is in force.".formatted(version.number()),
                        clearer,
                        before,
                        this::planned)
                .open();
    }

    private Optional<String> planned(PlanData data) {
        return switch (services.rereviews().plan(data)) {
            case PlanOutcome.Begun _ -> done("The queue is being filled");
            case PlanOutcome.Waits _ -> done("Planned; it begins with version " + version.number());
            case PlanOutcome.Refused(var words) -> Optional.of(words);
        };
    }

    private Optional<String> done(String words) {
        read();
        Notification.show(words);
        return Optional.empty();
    }

    private void keep(List<ClauseEffect> effects) {
        new KeepDialog(effects, getLocale(), (clause, reason) -> {
                    services.grandfathering().keep(version.id(), clause, reason);
                    read();
                })
                .open();
    }

    /** The decisions that stand now, for tests. */
    List<Grandfathered> kept() {
        return services.grandfathering().list(version.id());
    }
}
