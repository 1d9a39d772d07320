package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conjoint.policy.Plan;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.Turn;

/** Which version judges from when. */
final class StepPlan extends Section {

    StepPlan(PolicySummary version, Plan plan, Policies policies, Locale locale) {
        addClassNames("card", "steps-part");
        add(new H2("Who judges from when"));
        var numbers = policies.versions(version.slug(), "en").stream()
                .collect(Collectors.toMap(PolicySummary::version, PolicySummary::number));
        var list = new OrderedList();
        list.addClassName("steps-list");
        plan.turns().reversed().forEach(turn -> {
            if (turn.startsAt().equals(Turn.BEGINNING)) {
                return;
            }
            var what =
                    new Span(turn.version() == null ? "No version" : numbers.getOrDefault(turn.version(), "Another"));
            what.addClassNames("steps-what", "num");
            var when = new Span("from " + AuthoringWords.moment(turn.startsAt(), locale));
            when.addClassName("hint");
            var item = new ListItem(new Div(what, when));
            if (version.version().equals(turn.version())) {
                item.addClassName("own");
            }
            list.add(item);
        });
        if (list.getChildren().findAny().isEmpty()) {
            var none = new Span("No version has judged yet.");
            none.addClassName("muted");
            add(none);
        }
        add(list);
    }
}
