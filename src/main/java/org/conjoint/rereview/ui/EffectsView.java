package org.conjoint.rereview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.Accounts;
import org.conjoint.access.Roles;
import org.conjoint.content.Posts;
import org.conjoint.moderation.staleness.Effects;
import org.conjoint.moderation.staleness.Grandfathering;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.rereview.Rereviews;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;

/** What one version does to the verdicts of its policy; the address holds the version. */
@Route("policies/:slug/effects")
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class EffectsView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final Policies policies;
    private final BlastRadiusAside.Services services;
    private String slug = "";
    private String title = "Effects";

    EffectsView(
            Policies policies,
            Effects effects,
            Grandfathering grandfathering,
            Rereviews rereviews,
            Posts posts,
            Accounts accounts) {
        this.policies = policies;
        this.services = new BlastRadiusAside.Services(effects, grandfathering, rereviews, posts, accounts);
        addClassNames("page-scroll", "effects");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElse("");
        var query = event.getLocation().getQueryParameters();
        var number = query.getSingleParameter("version").orElse("");
        var jurisdiction = query.getSingleParameter("in").orElse(Policies.GLOBAL);
        var locale = getLocale().getLanguage();
        removeAll();
        policies.versions(slug, locale).stream()
                .filter(version -> version.jurisdiction().equals(jurisdiction))
                .filter(version -> number.isEmpty() || version.number().equals(number))
                .findFirst()
                .map(PolicySummary::version)
                .flatMap(id -> policies.version(id, locale))
                .ifPresentOrElse(
                        version -> {
                            title = "%s %s".formatted(version.title(), version.number());
                            var card = new BlastRadiusAside(version, services);
                            card.addClassName("card");
                            add(new H1("What %s would do".formatted(title)), card);
                        },
                        () -> {
                            title = "No such version";
                            add(new EmptyState(
                                    "policies",
                                    title,
                                    "There is no policy or version at this address.",
                                    new Anchor("policies", "All policies")));
                        });
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span("Effects");
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(
                new Anchor("policies", "Policies"),
                new Span(" / "),
                new Anchor("policies/" + slug, title),
                new Span(" / "),
                here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Span();
    }
}
