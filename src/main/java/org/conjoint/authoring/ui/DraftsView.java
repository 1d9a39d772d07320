package org.conjoint.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.Roles;
import org.conjoint.authoring.Draft;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Icon;

/** The texts that are being written, and the way to begin another. */
@Route(AuthoringNavigation.DRAFTS)
@PageTitle("Drafts of policies")
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.QUALITY_LEAD})
class DraftsView extends Div implements BarContent {

    private final PolicyDrafts drafts;
    private final ActorNames names;

    DraftsView(PolicyDrafts drafts, Policies policies, ActorNames names) {
        this.drafts = drafts;
        this.names = names;
        addClassNames("page-scroll", "policies");
        add(new H1("Drafts"), tools(policies));
        var open = drafts.list(null);
        if (open.isEmpty()) {
            add(new EmptyState(
                    "policies",
                    "Nothing is being written",
                    "Open a draft on a policy to change it, or begin a new policy. Raters see nothing of a draft."));
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("policy-list", "card");
        open.forEach(draft -> list.add(row(draft)));
        add(list);
    }

    private Component tools(Policies policies) {
        var policy = new Select<PolicySummary>();
        policy.setAriaLabel("Policy to change");
        policy.setPlaceholder("Change a policy …");
        policy.setItems(policies.list("en"));
        policy.setItemLabelGenerator(each -> "%s %s".formatted(each.title(), each.number()));
        policy.addValueChangeListener(change -> go(drafts.open(change.getValue().version())));
        var begin = new Button(
                "New policy",
                new Icon("plus"),
                click -> new NewPolicyDialog((slug, prefix, title) -> go(drafts.begin(slug, prefix, title))).open());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var intro = new Paragraph("Raters see nothing of a draft. What you write is kept as you write it.");
        intro.addClassNames("muted", "grow");
        var row = new Div(intro, policy, begin);
        row.addClassName("tool-row");
        return row;
    }

    private ListItem row(Draft draft) {
        var name = new Anchor(AuthoringNavigation.to(draft.id()), draft.slug());
        name.addClassName("policy-name");
        var facts = new Span("begun by %s · last written by %s on %s"
                .formatted(
                        names.of(draft.author()),
                        names.of(draft.savedBy()),
                        AuthoringWords.moment(draft.savedAt(), getLocale())));
        facts.addClassName("hint");
        var words = new Div(name, facts);
        words.addClassName("policy-words");
        return new ListItem(words);
    }

    private static void go(org.conjoint.authoring.DraftId draft) {
        UI.getCurrent().navigate(AuthoringNavigation.to(draft));
    }

    @Override
    public Component barStart() {
        var here = new Span("Drafts");
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor("policies", "Policies"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Span();
    }
}
