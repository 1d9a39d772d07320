package org.conjoint.rereview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.conjoint.moderation.staleness.Grandfathered;
import org.conjoint.moderation.staleness.GrandfatheredId;
import org.conjoint.shared.UserId;
import org.conjoint.ui.Moments;

/** What was decided to be kept, by whom, when and why. */
final class KeptList extends UnorderedList {

    /** @param ended called with a decision that no longer holds */
    KeptList(List<Grandfathered> decisions, Map<UserId, String> names, Consumer<GrandfatheredId> ended) {
        addClassName("kept-decisions");
        for (var decision : decisions) {
            var what = new Span(
                    decision.clauseId() != null
                            ? decision.clauseId()
                            : "Verdict %d"
                                    .formatted(Objects.requireNonNull(decision.verdict())
                                            .value()));
            what.addClassName("clause-id");
            var kept = decision.kept();
            var facts = new Span(
                    "%s, %s".formatted(names.getOrDefault(kept.by(), "Someone who left"), Moments.dateTime(kept.at())));
            facts.addClassName("hint");
            var end = new Button("End", _ -> ended.accept(decision.id()));
            end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            var head = new Div(what, facts, end);
            head.addClassName("kept-head");
            add(new ListItem(head, new Paragraph(kept.reason())));
        }
    }
}
