package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.conjoint.policy.PolicyMove;

/** The steps taken with a version, by whom and when, the latest first. */
final class StepHistory extends Section {

    StepHistory(List<PolicyMove> moves, ActorNames names, Locale locale) {
        addClassNames("card", "steps-part");
        add(new H2("What was done"));
        if (moves.isEmpty()) {
            var none = new Paragraph("It came with the installation; nobody has taken a step with it here.");
            none.addClassName("muted");
            add(none);
            return;
        }
        var people = names.of(moves.stream().map(PolicyMove::actor).toList());
        var list = new OrderedList();
        list.addClassName("steps-list");
        moves.reversed().forEach(move -> {
            var what = new Span(AuthoringWords.of(move.stage()));
            what.addClassName("steps-what");
            var who = new Span("%s · %s".formatted(people.get(move.actor()), AuthoringWords.moment(move.at(), locale)));
            who.addClassName("hint");
            var words = new Div(what, who);
            if (move.note() != null) {
                words.add(new Span(move.note()));
            }
            list.add(new ListItem(words));
        });
        add(list);
    }
}
