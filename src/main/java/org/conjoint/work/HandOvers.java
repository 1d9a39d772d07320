package org.conjoint.work;

import java.util.List;
import java.util.Optional;
import org.conjoint.access.Accounts;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom the current user may give an item, and from whom one came; {@link Leases#handOver} gives it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class HandOvers {

    /** How many people are offered at most. */
    public static final int MOST = 500;

    private final HandOverRows rows;
    private final PlaceRows places;
    private final Queues queues;
    private final Accounts accounts;
    private final CurrentUser currentUser;

    HandOvers(HandOverRows rows, PlaceRows places, Queues queues, Accounts accounts, CurrentUser currentUser) {
        this.rows = rows;
        this.places = places;
        this.queues = queues;
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    /**
     * Who may be given an item that is in the current user's hand, by name: enabled people with the role of its queue who
     * never had it. Nobody when the lease is not the current user's.
     */
    public List<Receiver> receivers(LeaseId lease) {
        return places.find(lease, currentUser.id())
                .filter(own -> !isReserved(queues.data(own.queue())))
                .map(own -> {
                    var involved = rows.involved(own.item());
                    return accounts.colleagues(queues.data(own.queue()).role(), MOST).entrySet().stream()
                            .filter(person -> !involved.contains(person.getKey()))
                            .map(person -> new Receiver(person.getKey(), person.getValue()))
                            .toList();
                })
                .orElse(List.of());
    }

    private static boolean isReserved(QueueData queue) {
        return queue.trial() != null && queue.trial().reservedFor() != null;
    }

    /** From whom an item came to the current user; empty when it came from its queue. */
    public Optional<HandedOver> origin(ItemId item) {
        return rows.to(item, currentUser.id())
                .map(way -> new HandedOver(
                        accounts.displayNames(List.of(way.from())).getOrDefault(way.from(), "somebody"),
                        way.reason(),
                        way.at()));
    }
}
