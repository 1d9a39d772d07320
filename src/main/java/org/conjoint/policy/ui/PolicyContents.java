package org.conjoint.policy.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.conjoint.policy.PolicyReading;
import org.conjoint.policy.PolicySection;

/** What a policy holds, each entry a way to it on the same page. */
final class PolicyContents extends Nav {

    private final String page;
    private final UnorderedList list = new UnorderedList();

    PolicyContents(PolicyReading reading) {
        page = PolicyNavigation.to(reading.version());
        addClassNames("policy-contents", "card");
        setAriaLabel("Contents");
        getElement().setAttribute("lang", reading.version().locale());
        for (var section : PolicySection.values()) {
            var heading = reading.headings().get(section);
            if (heading == null || section == PolicySection.EXAMPLES) {
                continue;
            }
            entry(PolicyArticle.anchor(section), "", heading);
            if (section == PolicySection.VIOLATES) {
                reading.version()
                        .clauses()
                        .forEach(clause -> entry(clause.clauseId(), clause.clauseId(), clause.title()));
            }
            if (section == PolicySection.ALLOWED) {
                reading.version()
                        .exemptions()
                        .forEach(allowed -> entry(allowed.exemptionId(), allowed.exemptionId(), allowed.title()));
            }
        }
        add(list);
    }

    private void entry(String anchor, String id, String words) {
        var link = new Anchor(page + "#" + anchor, "");
        link.setRouterIgnore(true);
        if (!id.isEmpty()) {
            var stable = new Span(id);
            stable.addClassName("clause-id");
            link.add(stable);
            link.addClassName("inner");
        }
        link.add(new Span(words));
        list.add(new ListItem(link));
    }
}
