package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Chip;
import org.conjoint.ui.Countdown;
import org.conjoint.ui.KeyMap;
import org.conjoint.work.HandedOver;
import org.conjoint.work.Lease;
import org.conjoint.work.QueueCounts;
import org.jspecify.annotations.Nullable;

/** What the bar above says while one rates: the queue, its policy, the time left, how far one has come. */
final class RateBar {

    private final Clock clock;
    private final KeyMap keys;
    private final Countdown countdown = new Countdown("lease");
    private final Div putting = new Div();
    private final Span crumb = new Span();
    private final Span policyPlace = new Span();
    private final Chip counts = new Chip("");

    /** @param over called when the time of the lease has run out */
    RateBar(Clock clock, KeyMap keys, Runnable over) {
        this.clock = clock;
        this.keys = keys;
        crumb.addClassName("crumb");
        counts.addClassName("num");
        countdown.onOver(over);
    }

    Component start() {
        return part(crumb, policyPlace);
    }

    Component end() {
        return part(countdown, putting, counts, keys);
    }

    private static Div part(Component... content) {
        var part = new Div(content);
        part.addClassName("bar-part");
        return part;
    }

    /** Nothing of a certain queue. */
    void clear() {
        crumb.setText("Queues");
        policyPlace.removeAll();
        counts.setText("");
    }

    /**
     * A queue.
     *
     * @param policy of the post in hand; {@code null} without one
     * @param held what to say about posts held here; empty for nothing
     */
    void named(String queue, @Nullable PolicyVersion policy, QueueCounts mine, String held) {
        crumb.removeAll();
        var name = new Span(queue);
        name.getElement().setAttribute("aria-current", "page");
        crumb.add(new Span("Queues / "), name);
        policyPlace.removeAll();
        if (policy != null) {
            policyPlace.add(new PolicyChip(policy));
        }
        counts.setText("%,d judged · %,d in hand%s".formatted(mine.answered(), mine.inHand(), held));
    }

    /** From whom the post in hand came, and why. */
    void from(HandedOver giver) {
        var chip = new Chip("From %s: %s".formatted(giver.from(), giver.reason()));
        chip.addClassName("handed-over");
        chip.getElement().setAttribute("title", giver.reason());
        policyPlace.add(chip);
    }

    /** No post is in hand. */
    void rest() {
        countdown.setVisible(false);
        putting.removeAll();
        counts.setVisible(!counts.getText().isEmpty());
    }

    /** @param ways to put the post aside */
    void lease(Lease taken, Component ways) {
        countdown.setVisible(true);
        putting.removeAll();
        putting.add(ways);
        countdown.start(
                Duration.between(clock.instant(), taken.expiresAt()),
                Duration.between(taken.takenAt(), taken.expiresAt()));
    }
}
