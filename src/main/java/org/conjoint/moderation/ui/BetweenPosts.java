package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.function.Consumer;
import org.conjoint.moderation.RatingTask;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.ErrorState;
import org.conjoint.work.Lease;

/** What stands in the place of a post while none is in hand. */
final class BetweenPosts {

    private BetweenPosts() {}

    static Component noSuchQueue() {
        return new ErrorState(
                "There is no such queue",
                "It may have been closed. Nothing of yours is lost; choose another one.",
                toQueues());
    }

    /** @param news what to say about what came before; empty for nothing */
    static Component nothingLeft(RatingTask.Nothing nothing, String news, Consumer<Lease> resume) {
        var open = nothing.counts().open();
        var why = open > 0
                ? "%s still wanted here, from other raters: you have judged, passed on or hold all that you may."
                        .formatted(open == 1 ? "1 answer is" : "%,d answers are".formatted(open))
                : "Every post here has the answers it needs.";
        var state = new EmptyState(
                "ok",
                "Nothing left for you in this queue",
                news.isEmpty() ? why : news + (news.endsWith(".") ? " " : ". ") + why,
                toQueues());
        nothing.held().forEach(held -> {
            var button = new Button("Go on with a held post", _ -> resume.accept(held));
            button.addThemeVariants(ButtonVariant.PRIMARY);
            state.add(button);
        });
        return state;
    }

    /** The post is not in hand any more. */
    static Component aside(String what, String text, Runnable next, Button... further) {
        var go = new Button("Take the next post", _ -> next.run());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.focus();
        var state = new ErrorState(what, text, go, toQueues());
        state.add(further);
        return state;
    }

    private static Button toQueues() {
        return new Button("All queues", _ -> UI.getCurrentOrThrow().navigate("rate"));
    }
}
