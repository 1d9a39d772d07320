package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
    private final Component putting;
    private final Span crumb = new Span();
    private final Span queueName = new Span();
    private final Span policyPlace = new Span();
    private final Span giverPlace = new Span();
    private final Chip counts = new Chip("");
    private @Nullable PolicyVersion shownPolicy;

    /**
     * @param putting the ways to put the post in hand aside
     * @param over called when the time of the lease has run out
     */
    RateBar(Clock clock, KeyMap keys, Component putting, Runnable over) {
        this.clock = clock;
        this.keys = keys;
        this.putting = putting;
        crumb.addClassName("crumb");
        queueName.getElement().setAttribute("aria-current", "page");
        counts.addClassName("num");
        countdown.onOver(over);
    }

    Component start() {
        return part(crumb, policyPlace, giverPlace);
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
        crumb.removeAll();
        crumb.setText("Queues");
        show(null);
        counts.setText("");
    }

    /**
     * A queue.
     *
     * @param policy of the post in hand; {@code null} without one
     * @param held what to say about posts held here; empty for nothing
     */
    void named(String queue, @Nullable PolicyVersion policy, QueueCounts mine, String held) {
        if (queueName.getParent().isEmpty()) {
            crumb.removeAll();
            crumb.add(new Span("Queues / "), queueName);
        }
        queueName.setText(queue);
        show(policy);
        counts.setText("%,d judged · %,d in hand%s".formatted(mine.answered(), mine.inHand(), held));
    }

    private void show(@Nullable PolicyVersion policy) {
        giverPlace.removeAll();
        if (!Objects.equals(policy, shownPolicy)) {
            shownPolicy = policy;
            policyPlace.removeAll();
            if (policy != null) {
                policyPlace.add(new PolicyChip(policy));
            }
        }
    }

    /** From whom the post in hand came, and why. */
    void from(HandedOver giver) {
        var chip = new Chip("From %s: %s".formatted(giver.from(), giver.reason()));
        chip.addClassName("handed-over");
        chip.getElement().setAttribute("title", giver.reason());
        giverPlace.add(chip);
    }

    /** No post is in hand. */
    void rest() {
        countdown.setVisible(false);
        putting.setVisible(false);
        counts.setVisible(!counts.getText().isEmpty());
    }

    /** Shows how long the post in hand may stay there. */
    void lease(Lease taken) {
        countdown.setVisible(true);
        putting.setVisible(true);
        countdown.start(
                Duration.between(clock.instant(), taken.expiresAt()),
                Duration.between(taken.takenAt(), taken.expiresAt()));
    }
}
