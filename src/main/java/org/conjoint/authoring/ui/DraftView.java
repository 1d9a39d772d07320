package org.conjoint.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.conjoint.access.Roles;
import org.conjoint.authoring.DraftId;
import org.conjoint.authoring.DraftReading;
import org.conjoint.authoring.Passage;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.Chip;
import org.conjoint.ui.EmptyState;

/** A draft, written passage by passage; the address holds the passage. */
@Route(AuthoringNavigation.DRAFTS + "/:draft([0-9]+)")
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class DraftView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent {

    private final PolicyDrafts drafts;
    private final ActorNames names;
    private final Span saved = new Span();
    private String title = "Draft";

    DraftView(PolicyDrafts drafts, ActorNames names) {
        this.drafts = drafts;
        this.names = names;
        addClassNames("page-scroll", "draft");
        saved.addClassName("hint");
        saved.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var id = event.getRouteParameters().get("draft").orElse("");
        var reading = id.matches("[1-9]\\d{0,17}")
                ? drafts.read(new DraftId(Long.parseLong(id)))
                : Optional.<DraftReading>empty();
        if (reading.isEmpty()) {
            title = "No such draft";
            add(new EmptyState(
                    "policies",
                    title,
                    "There is no draft at this address.",
                    new Anchor(AuthoringNavigation.DRAFTS, "All drafts")));
            return;
        }
        title = "Draft of " + reading.get().draft().slug();
        if (!reading.get().draft().isOpen()) {
            add(new EmptyState(
                    "policies",
                    "This draft is closed",
                    reading.get().draft().sentAs() == null
                            ? "It was given up. What was written is kept, but nothing more is written in it."
                            : "It was sent to review. What it says is fixed in the version that it became.",
                    new Anchor(AuthoringNavigation.DRAFTS, "All drafts")));
            return;
        }
        var at = event.getLocation().getQueryParameters().getSingleParameter(AuthoringNavigation.AT);
        var passage = at.flatMap(code -> passage(code, reading.get()))
                .orElseGet(() -> new Passage.Title(reading.get().canonical()));
        saved.setText("Written by %s on %s"
                .formatted(
                        names.of(reading.get().draft().savedBy()),
                        AuthoringWords.moment(reading.get().draft().savedAt(), getLocale())));
        add(new DraftDesk(drafts, names, reading.get(), passage, saved::setText));
    }

    private static Optional<Passage> passage(String code, DraftReading reading) {
        try {
            var passage = Passage.of(code);
            return reading.files().containsKey(passage.file()) ? Optional.of(passage) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public Component barStart() {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(
                new Anchor("policies", "Policies"),
                new Span(" / "),
                new Anchor(AuthoringNavigation.DRAFTS, "Drafts"),
                new Span(" / "),
                here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Chip(saved);
    }
}
