package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.conjoint.ui.Chip;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Moments;
import org.conjoint.work.Lease;
import org.conjoint.work.Queue;

/** The queues that a rater may take from; each is a link. */
final class QueueChooser extends Div {

    /** @param held the posts that the rater holds, in all queues */
    QueueChooser(List<Queue> queues, List<Lease> held) {
        addClassNames("queue-chooser", "page-scroll");
        if (queues.isEmpty()) {
            add(
                    new EmptyState(
                            "rate",
                            "No queue is open to you",
                            "A queue appears here when a lead opens one for your role and language. Nothing needs to be done."));
            return;
        }
        var title = new H1("What will you judge?");
        if (!held.isEmpty()) {
            add(new HeldPosts(held, queues));
        }
        var list = new Div();
        list.addClassName("queues");
        list.getElement().setAttribute("role", "list");
        queues.forEach(queue -> list.add(card(queue)));
        add(title, list);
    }

    private static Div card(Queue queue) {
        var data = queue.data();
        var counts = queue.counts();
        var name = new Span(data.name());
        name.addClassName("queue-name");
        var facts = new Div(
                new Chip(data.policySlug()),
                new Chip(Labels.of(data.protocol())),
                new Chip(Moments.language(data.locale())),
                new Chip(data.overlap() == 1 ? "1 answer a post" : "%d answers a post".formatted(data.overlap())));
        facts.addClassName("facts");
        var bar = new ProgressBar(0, 1, counts.wanted() == 0 ? 0 : (double) counts.answered() / counts.wanted());
        bar.getElement().setAttribute("aria-label", "Answers given");
        var figures =
                new Span("%,d of %,d answers · %,d open".formatted(counts.answered(), counts.wanted(), counts.open()));
        figures.addClassNames("num", "muted");
        var link = new Anchor("rate/" + queue.id().value(), "");
        link.add(name, facts, bar, figures);
        link.addClassNames("card", "queue-card");
        link.getElement().setAttribute("router-link", true);
        var item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }
}
