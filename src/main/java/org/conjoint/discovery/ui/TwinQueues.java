package org.conjoint.discovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.conjoint.content.TwinOutcome;
import org.conjoint.work.Queue;
import org.conjoint.work.QueueId;

/** Says that a twin was made, and puts it into queues: those of its original unless others are chosen. */
final class TwinQueues extends Div {

    private final CheckboxGroup<Queue> queues = new CheckboxGroup<>("Queues");
    private final Span state = new Span();

    /** @param holding the queues of the original */
    TwinQueues(TwinOutcome.Made made, List<Queue> all, Set<QueueId> holding, Consumer<QueueId> put) {
        addClassNames("card", "twin-form");
        var heading = new H2("The twin is made");
        heading.addClassName("label");
        var text = new Span(new Anchor(SearchNavigation.post(made.post()), made.externalId()), new Span(" is its id."));
        text.getElement().setAttribute("role", "status");
        queues.setItems(all);
        queues.setItemLabelGenerator(queue -> queue.data().name());
        queues.select(all.stream().filter(queue -> holding.contains(queue.id())).toList());
        state.addClassName("hint");
        state.getElement().setAttribute("role", "status");
        var hint = new Span("Nobody gets the twin within some hours of its original, nor the other way round.");
        hint.addClassName("hint");
        var confirm = new Button("Put it into these queues");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            var chosen = queues.getSelectedItems();
            chosen.forEach(queue -> put.accept(queue.id()));
            state.setText(
                    chosen.isEmpty()
                            ? "No queue is chosen."
                            : chosen.size() == 1
                                    ? "It is in 1 queue."
                                    : "It is in %d queues.".formatted(chosen.size()));
        });
        add(heading, text, queues, hint, confirm, state);
    }
}
