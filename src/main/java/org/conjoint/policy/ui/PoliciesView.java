package org.conjoint.policy.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyLocale;
import org.conjoint.policy.PolicySummary;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Pill;

/** All policies with what is in force. */
@Route(PolicyNavigation.POLICIES)
@PageTitle("Policies")
@Menu(title = "Policies", order = 40, icon = "policies")
@PermitAll
class PoliciesView extends Div {

    PoliciesView(Policies policies) {
        addClassNames("page-scroll", "policies");
        var intro = new Paragraph(
                "What raters judge by. Every verdict keeps the version and the wording that its rater saw.");
        intro.addClassName("muted");
        add(new H1("Policies"), intro);
        var rows = policies.list(getLocale().getLanguage());
        if (rows.isEmpty()) {
            add(new EmptyState(
                    "policies",
                    "No policy yet",
                    "The starter set is taken at the first start; the log says why if it was not."));
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("policy-list", "card");
        rows.forEach(policy -> list.add(row(policy)));
        add(list);
    }

    private ListItem row(PolicySummary policy) {
        var name = new Anchor(PolicyNavigation.to(policy.slug()), policy.title());
        name.addClassName("policy-name");
        var facts = new Span("%s · %s · %s"
                .formatted(
                        PolicyWords.of(policy.state(), policy.effectiveFrom(), getLocale()),
                        policy.clauses() == 1 ? "1 clause" : "%d clauses".formatted(policy.clauses()),
                        String.join(
                                ", ",
                                policy.locales().stream()
                                        .map(PolicyLocale::tag)
                                        .map(PolicyWords::language)
                                        .toList())));
        facts.addClassName("hint");
        var words = new Div(name, facts);
        words.addClassName("policy-words");
        var number = new Span(policy.number());
        number.addClassNames("num", "policy-number");
        return new ListItem(words, number, new Pill(PolicyWords.of(policy.state())));
    }
}
