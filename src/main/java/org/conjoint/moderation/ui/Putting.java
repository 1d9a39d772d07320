package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.conjoint.ui.KeyMap;
import org.conjoint.work.HandOver;
import org.conjoint.work.HandOvers;
import org.conjoint.work.Lease;
import org.conjoint.work.LeaseId;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueId;
import org.conjoint.work.Receiver;
import org.jspecify.annotations.Nullable;

/** Putting the post in hand aside: holding it, or giving it to a named person. */
final class Putting {

    private final Leases leases;
    private final HandOvers handOvers;
    private final Supplier<Optional<Lease>> inHand;
    private final TaskEvents events;

    /** @param inHand the lease of the post in hand */
    Putting(Leases leases, HandOvers handOvers, Supplier<Optional<Lease>> inHand, TaskEvents events) {
        this.leases = leases;
        this.handOvers = handOvers;
        this.inHand = inHand;
        this.events = events;
    }

    /** What the current user holds, in all queues. */
    List<Lease> held() {
        return leases.inHand().stream().filter(Lease::isHeld).toList();
    }

    /** How many are held in a queue, to go behind other counts; empty when none is. */
    String heldHere(@Nullable QueueId queue) {
        var count = held().stream().filter(lease -> lease.queue().equals(queue)).count();
        return count == 0 ? "" : " · %,d held by you".formatted(count);
    }

    /** The ways to put the post in hand aside, for the bar. */
    Div buttons() {
        var buttons = new Div(button("Hold", this::hold), button("Hand over", this::offer));
        buttons.addClassName("putting");
        return buttons;
    }

    private static Button button(String words, Runnable action) {
        var button = new Button(words, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    void bind(KeyMap keys) {
        keys.bind("Go on", "rate.hold", "shift+h", "Hold for later", this::hold)
                .bind("Go on", "rate.hand-over", "shift+o", "Hand over to a person", this::offer);
    }

    private void hold() {
        HoldDialog.hold(events::held).open();
    }

    private void offer() {
        inHand.get()
                .map(Lease::id)
                .ifPresent(lease -> HoldDialog.handOver(
                                handOvers.receivers(lease), (to, reason) -> give(lease, to, reason))
                        .open());
    }

    private void give(LeaseId lease, Receiver to, String reason) {
        switch (leases.handOver(lease, to.id(), reason)) {
            case HandOver.Done() -> events.handedOver(to.name());
            case HandOver.AlreadyInvolved() -> Notification.show("%s has had this post already.".formatted(to.name()));
            case HandOver.NotAllowed() -> Notification.show("%s may not judge in this queue.".formatted(to.name()));
            case HandOver.Lost(var cause) -> events.lost(cause);
        }
    }
}
