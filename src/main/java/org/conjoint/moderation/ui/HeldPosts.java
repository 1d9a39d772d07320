package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.conjoint.ui.Moments;
import org.conjoint.work.Lease;
import org.conjoint.work.Queue;

/** The posts that a rater holds, each with the reason and the way back to it. */
final class HeldPosts extends Div {

    HeldPosts(List<Lease> held, List<Queue> queues) {
        addClassName("held-posts");
        var heading = new H2(held.size() == 1 ? "1 post held by you" : "%d posts held by you".formatted(held.size()));
        var list = new Div();
        list.getElement().setAttribute("role", "list");
        held.forEach(lease -> list.add(line(lease, queues)));
        add(heading, list);
    }

    private static Div line(Lease lease, List<Queue> queues) {
        var name = queues.stream()
                .filter(queue -> queue.id().equals(lease.queue()))
                .map(queue -> queue.data().name())
                .findFirst()
                .orElse("A queue that is closed to you");
        var link = new Anchor(
                "rate/%d?%s=%d"
                        .formatted(
                                lease.queue().value(),
                                RateView.LEASE,
                                lease.id().value()),
                "Go on with it");
        link.getElement()
                .setAttribute("router-link", true)
                .setAttribute("aria-label", "Go on with the post held in " + name);
        var until = new Span("%s · until %s".formatted(name, Moments.dateTime(lease.expiresAt())));
        until.addClassNames("hint", "num");
        var line = new Div(new Span(lease.holdReason()), until, link);
        line.addClassName("held-post");
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}
