package org.conjoint.calibration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conjoint.access.Roles;
import org.conjoint.calibration.Round;
import org.conjoint.calibration.RoundOutcome;
import org.conjoint.calibration.RoundPlan;
import org.conjoint.calibration.RoundPost;
import org.conjoint.calibration.RoundReport;
import org.conjoint.calibration.Rounds;
import org.conjoint.content.Posts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.Scheduling;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.Chip;
import org.conjoint.ui.EmptyState;

/** Where a panel tries a version out, and what it found; the address holds the version. */
@Route(CalibrationNavigation.CALIBRATION)
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class CalibrationView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent, PanelCard.Ends {

    private static final Set<PolicyState> TRIED_OUT = EnumSet.of(PolicyState.CALIBRATING, PolicyState.APPROVED);

    private final Policies policies;
    private final Rounds rounds;
    private final Scheduling scheduling;
    private final Posts posts;
    private String title = "Calibration";
    private String standing = "";
    private Runnable again = () -> {};

    CalibrationView(Policies policies, Rounds rounds, Scheduling scheduling, Posts posts) {
        this.policies = policies;
        this.rounds = rounds;
        this.scheduling = scheduling;
        this.posts = posts;
        addClassName("calibration");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var number = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CalibrationNavigation.VERSION)
                .orElse("");
        again = () -> read(slug, number);
        again.run();
    }

    private void read(String slug, String number) {
        removeAll();
        var locale = getLocale().getLanguage();
        var versions = policies.versions(slug, locale).stream()
                .filter(version -> version.jurisdiction().equals(Policies.GLOBAL))
                .toList();
        var version = chosen(versions, number).flatMap(chosen -> policies.version(chosen.version(), locale));
        if (version.isEmpty()) {
            title = "No such version";
            standing = "";
            add(new EmptyState(
                    "policies",
                    title,
                    "There is no policy or version at this address.",
                    new Anchor("policies", "All policies")));
            return;
        }
        title = "Trying out " + version.get().title();
        standing =
                "%s · %s".formatted(version.get().number(), words(version.get().state()));
        show(version.get(), versions);
    }

    /** The version with the number, else the one that is tried out, else the latest. */
    private static Optional<PolicySummary> chosen(List<PolicySummary> versions, String number) {
        return versions.stream()
                .filter(version -> number.isEmpty() || version.number().equals(number))
                .min(Comparator.comparing(version -> !TRIED_OUT.contains(version.state())));
    }

    private void show(PolicyVersion version, List<PolicySummary> versions) {
        var main = new Div(head(version, versions));
        main.addClassName("calibration-main");
        var all = rounds.of(version.id()).stream()
                .flatMap(round -> rounds.report(round.id()).stream())
                .toList();
        var open = all.stream().filter(report -> report.round().isOpen()).findFirst();
        if (open.isEmpty() && TRIED_OUT.contains(version.state())) {
            main.add(new OpenPanelForm(version, all.size() + 1, this::open));
        }
        all.forEach(report -> main.add(card(report)));
        if (all.isEmpty() && !TRIED_OUT.contains(version.state())) {
            main.add(new EmptyState(
                    "policies",
                    "No panel has tried this version out",
                    "A panel can be opened once the version is out of review: it is calibrating then."));
        }
        add(main);
        all.stream()
                .filter(report -> report.round().withdrawnAt() == null)
                .findFirst()
                .ifPresent(report -> {
                    addClassName("with-aside");
                    add(aside(report, version));
                });
    }

    private Component card(RoundReport report) {
        return new PanelCard(
                report, posts.find(report.posts().stream().map(RoundPost::post).toList()), this);
    }

    private Aside aside(RoundReport report, PolicyVersion version) {
        var aside = new Aside();
        aside.addClassName("calibration-aside");
        aside.add(new GateSection(report.figures(), policies.bar(version.id())));
        var words = new Paragraph();
        words.addClassName("gate-words");
        if (report.round().isOpen()) {
            words.setText("As it stands now. The gate reads the figures once the panel is closed.");
        } else if (TRIED_OUT.contains(version.state())) {
            var hindrances = scheduling.hindrances(version.id());
            words.setText(
                    hindrances.isEmpty()
                            ? "Nothing hinders this version from being scheduled."
                            : String.join(" ", hindrances));
        }
        aside.add(words);
        return aside;
    }

    private static Component head(PolicyVersion version, List<PolicySummary> versions) {
        var nav = new Nav();
        nav.addClassName("policy-languages");
        nav.setAriaLabel("Versions");
        versions.forEach(other -> {
            var link = new Anchor(
                    CalibrationNavigation.to(other.slug(), other.number()),
                    "%s · %s".formatted(other.number(), words(other.state())));
            link.addClassNames("chip", "num");
            if (other.version().equals(version.id())) {
                link.addClassName("soft");
                link.getElement().setAttribute("aria-current", "true");
            }
            nav.add(link);
        });
        var row = new Div(new H1("Trying out %s %s".formatted(version.title(), version.number())), nav);
        row.addClassName("policy-row");
        return row;
    }

    private void open(RoundPlan plan) {
        told(rounds.open(plan));
    }

    @Override
    public void close(Round round) {
        told(rounds.close(round.id()));
    }

    @Override
    public void withdraw(Round round) {
        told(rounds.withdraw(round.id()));
    }

    private void told(RoundOutcome outcome) {
        switch (outcome) {
            case RoundOutcome.Done _ -> again.run();
            case RoundOutcome.Refused(var words) -> Notification.show(words);
        }
    }

    private static String words(PolicyState state) {
        return state.code().replace('_', ' ');
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor("policies", "Policies"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return standing.isEmpty() ? new Span() : new Chip(standing).soft();
    }
}
