package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicySummary;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Pill;

/** What a version does to each clause, for the second person to confirm. */
final class StepChanges extends Section {

    StepChanges(PolicySummary version, List<ClauseChange> changes, ActorNames names, Consumer<String> confirm) {
        addClassNames("card", "steps-part");
        add(new H2("What it changes"));
        if (changes.isEmpty()) {
            var none =
                    new Paragraph("Nothing that touches a clause: other words around them, examples or translations.");
            none.addClassName("muted");
            add(none);
            return;
        }
        var people = names.of(changes.stream()
                .map(ClauseChange::confirmedBy)
                .filter(Objects::nonNull)
                .toList());
        var list = new UnorderedList();
        list.addClassName("steps-changes");
        for (var change : changes) {
            var id = new Span(change.clauseId());
            id.addClassName("clause-id");
            var head = new Div(id, new Pill(AuthoringWords.of(change.kind())));
            head.addClassName("steps-change-head");
            var means = new Paragraph(AuthoringWords.consequence(change.kind()));
            means.addClassName("muted");
            var words = new Div(head, means);
            if (change.reason() != null) {
                words.add(new Paragraph("Why: " + change.reason()));
            }
            if (!change.becomes().isEmpty()) {
                words.add(new Paragraph("In its place: " + String.join(", ", change.becomes())));
            }
            var item = new ListItem(words);
            var by = change.confirmedBy();
            if (by != null) {
                var confirmed = new Span(new Icon("check"), new Span("Confirmed by " + people.get(by)));
                confirmed.addClassName("steps-confirmed");
                item.add(confirmed);
            } else if (version.state() == PolicyState.IN_REVIEW) {
                var button = new Button("Confirm the kind", click -> confirm.accept(change.clauseId()));
                button.setAriaLabel("Confirm that %s is %s"
                        .formatted(
                                change.clauseId(),
                                AuthoringWords.of(change.kind()).toLowerCase(java.util.Locale.ROOT)));
                item.add(button);
            }
            list.add(item);
        }
        add(list);
    }
}
