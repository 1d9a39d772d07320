package org.conjoint.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.conjoint.access.Roles;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyMove;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.Scheduling;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.Chip;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Pill;

/** The way of a version from its draft into force: who took which step, and what may be done now. */
@Route(AuthoringNavigation.STEPS)
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class StepsView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final Policies policies;
    private final Lifecycle lifecycle;
    private final Scheduling scheduling;
    private final PolicyDrafts drafts;
    private final ActorNames names;
    private String title = "Steps";
    private final Span standing = new Span();

    StepsView(Policies policies, Lifecycle lifecycle, Scheduling scheduling, PolicyDrafts drafts, ActorNames names) {
        this.policies = policies;
        this.lifecycle = lifecycle;
        this.scheduling = scheduling;
        this.drafts = drafts;
        this.names = names;
        addClassNames("page-scroll", "steps");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var number = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AuthoringNavigation.VERSION)
                .orElse("");
        show(slug, number);
    }

    private void show(String slug, String number) {
        removeAll();
        var versions = policies.versions(slug, "en");
        var chosen = versions.stream()
                .filter(version -> version.jurisdiction().equals(Policies.GLOBAL)
                        && (number.isEmpty() || version.number().equals(number)))
                .findFirst();
        if (chosen.isEmpty()) {
            title = "No such version";
            standing.setText("");
            add(new EmptyState(
                    "policies",
                    title,
                    "There is no policy or version at this address.",
                    new Anchor("policies", "All policies")));
            return;
        }
        var version = chosen.get();
        title = "%s %s: steps".formatted(version.title(), version.number());
        standing.setText("%s %s · %s".formatted(version.title(), version.number(), AuthoringWords.of(version.state())));
        var moves = lifecycle.moves(version.version());
        var changes = lifecycle.changes(version.version());
        var actions = new StepActions(
                version,
                lifecycle,
                scheduling,
                drafts,
                changes,
                () -> show(slug, version.number()),
                draft -> UI.getCurrent().navigate(AuthoringNavigation.to(draft)));
        var columns =
                new Div(new StepChanges(version, changes, names, actions::confirm), side(actions, moves, version));
        columns.addClassName("steps-columns");
        add(head(version), columns);
    }

    private Component side(StepActions actions, List<PolicyMove> moves, PolicySummary version) {
        var side = new Div(
                actions,
                new StepPlan(version, scheduling.plan(version.version()), policies, getLocale()),
                new StepHistory(moves, names, getLocale()));
        side.addClassName("steps-side");
        return side;
    }

    private static Component head(PolicySummary version) {
        var name = new H1("%s %s".formatted(version.title(), version.number()));
        var read = new Anchor(AuthoringNavigation.read(version.slug(), version.number()), "Read it");
        var row = new Div(name, new Pill(AuthoringWords.of(version.state())), read);
        row.addClassName("steps-head");
        return row;
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
        return standing.getText().isEmpty() ? new Span() : new Chip(standing).soft();
    }
}
