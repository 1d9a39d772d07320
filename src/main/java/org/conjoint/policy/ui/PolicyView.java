package org.conjoint.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.ClauseNotes;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.Chip;
import org.conjoint.ui.EmptyState;
import org.springframework.beans.factory.ObjectProvider;

/** One version of a policy, to be read; the address holds version, locale and clause. */
@Route(PolicyNavigation.POLICIES + "/:slug")
@PermitAll
class PolicyView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final Policies policies;
    private final ObjectProvider<ClauseNotes> beside;
    private final Clock clock;
    private String title = "Policy";
    private String standing = "";

    PolicyView(Policies policies, ObjectProvider<ClauseNotes> beside, Clock clock) {
        this.policies = policies;
        this.beside = beside;
        this.clock = clock;
        addClassNames("page-scroll", "policy");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var query = event.getLocation().getQueryParameters();
        var locale = query.getSingleParameter(PolicyNavigation.LOCALE)
                .orElseGet(() -> getLocale().getLanguage());
        var versions = policies.versions(slug, locale);
        removeAll();
        var number = query.getSingleParameter(PolicyNavigation.VERSION).orElse("");
        var reading = chosen(versions, number).flatMap(id -> policies.reading(id, locale));
        if (reading.isEmpty()) {
            title = "No such policy";
            standing = "";
            add(new EmptyState(
                    "policies",
                    title,
                    "There is no policy or version at this address.",
                    new Anchor(PolicyNavigation.POLICIES, "All policies")));
            return;
        }
        var version = reading.get().version();
        title = version.title();
        standing = "%s %s · %s".formatted(version.title(), version.number(), PolicyWords.of(version.state()));
        var article = new PolicyArticle(reading.get(), notes(version));
        var columns = new Div(new PolicyContents(reading.get()), article);
        columns.addClassName("policy-columns");
        add(new PolicyHead(version, versions, getLocale()), columns);
        query.getSingleParameter(PolicyNavigation.CLAUSE).ifPresent(article::show);
    }

    private List<ClauseNote> notes(PolicyVersion version) {
        var now = clock.instant();
        return beside.orderedStream()
                .flatMap(source -> source.on(version, now).stream())
                .toList();
    }

    /** The version with the number, else the one in force, else the latest. */
    private static Optional<PolicyVersionId> chosen(List<PolicySummary> versions, String number) {
        return versions.stream()
                .filter(version -> number.isEmpty() || version.number().equals(number))
                .min((a, b) -> Boolean.compare(judges(b), judges(a)))
                .map(PolicySummary::version);
    }

    private static boolean judges(PolicySummary version) {
        return version.state() == PolicyState.IN_FORCE || version.state() == PolicyState.EMERGENCY;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor(PolicyNavigation.POLICIES, "Policies"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return standing.isEmpty() ? new Span() : new Chip(standing).soft();
    }
}
