package org.conjoint.work;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.shared.UserId;
import org.conjoint.work.PlaceRows.Seat;
import org.conjoint.work.TakeRows.Taking;
import org.conjoint.work.WorkerRows.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers of the current user that could not be accepted, and the way back to their items. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class KeptAnswers {

    private final KeptRows rows;
    private final PlaceRows places;
    private final KinRows kin;
    private final PanelRows panels;
    private final Admittance admittance;
    private final TakeRows takes;
    private final WorkerRows workers;
    private final Expiry expiry;
    private final Terms terms;
    private final Queues queues;
    private final CurrentUser currentUser;

    KeptAnswers(
            KeptRows rows,
            PlaceRows places,
            KinRows kin,
            PanelRows panels,
            Admittance admittance,
            TakeRows takes,
            WorkerRows workers,
            Expiry expiry,
            Terms terms,
            Queues queues,
            CurrentUser currentUser) {
        this.rows = rows;
        this.places = places;
        this.kin = kin;
        this.panels = panels;
        this.admittance = admittance;
        this.takes = takes;
        this.workers = workers;
        this.expiry = expiry;
        this.terms = terms;
        this.queues = queues;
        this.currentUser = currentUser;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<KeptAnswer> mine(int limit) {
        return rows.kept(currentUser.id(), limit);
    }

    /** The kept answer, when it is the current user's. */
    @Transactional(readOnly = true)
    public Optional<KeptAnswer> find(UUID clientId) {
        return rows.find(clientId, currentUser.id());
    }

    /** How the item of a kept answer stands; empty when there is no such item, or the answer is someone else's. */
    @Transactional(readOnly = true)
    public Optional<ItemStanding> standing(UUID clientId) {
        return find(clientId).flatMap(kept -> standing(kept.item(), currentUser.id()));
    }

    private Optional<ItemStanding> standing(ItemId item, UserId rater) {
        var seats = places.seats(item);
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        var queue = seats.getFirst().queue();
        var answeredByOthers =
                seats.stream().anyMatch(seat -> seat.state() == PlaceState.ANSWERED && !rater.equals(seat.rater()));
        return Optional.of(new ItemStanding(
                queue, places.find(item, rater).orElse(null), answeredByOthers, refusal(queue, item, seats, rater)));
    }

    private @Nullable TakeRefusal refusal(QueueId queue, ItemId item, List<Seat> seats, UserId rater) {
        var data = queues.data(queue);
        var notAdmitted = admittance.refusal(data);
        if (notAdmitted.isPresent()) {
            return notAdmitted.get();
        }
        var own = seats.stream().filter(seat -> rater.equals(seat.rater())).findFirst();
        if (own.isPresent()) {
            return own.get().state() == PlaceState.ANSWERED ? TakeRefusal.ANSWERED : null;
        }
        if (places.declined(item, rater)) {
            return TakeRefusal.PASSED_ON;
        }
        if (kin.bars(item, rater, terms.now())) {
            return TakeRefusal.TWIN;
        }
        if (panels.bars(data.panel(), item, rater)) {
            return TakeRefusal.OTHER_TEXT;
        }
        if (queues.isClosed(queue, data)) {
            return TakeRefusal.NONE_OPEN;
        }
        if (terms.find(queue, data, rater).isEmpty()) {
            return TakeRefusal.NO_POLICY;
        }
        var now = terms.now();
        return seats.stream().anyMatch(seat -> seat.isFree(now)) ? null : TakeRefusal.NONE_OPEN;
    }

    /**
     * Puts the item of a kept answer into the current user's hand again: the lease that the user has, or else a place of
     * it that is open, under the policy version in force now.
     */
    @Transactional
    public ItemTake takeAgain(UUID clientId) {
        var rater = currentUser.id();
        var item = find(clientId).map(KeptAnswer::item);
        var before = item.flatMap(each -> standing(each, rater));
        if (before.isEmpty()) {
            return new ItemTake.Refused(TakeRefusal.NO_ITEM);
        }
        var queue = before.get().queue();
        var data = queues.data(queue);
        var notAdmitted = admittance.refusal(data);
        if (notAdmitted.isPresent()) {
            return new ItemTake.Refused(notAdmitted.get());
        }
        panels.serialise(data.panel(), rater);
        // From here on this rater takes in no other window; what one took before is known.
        workers.lock(queue, rater, data.overlap() + 1);
        var standing = standing(item.get(), rater).orElseThrow();
        if (standing.refusal() != null) {
            return new ItemTake.Refused(standing.refusal());
        }
        return inHand(standing, data, rater)
                .or(() -> open(item.get(), terms.of(queue, data, rater)))
                .<ItemTake>map(ItemTake.Taken::new)
                .orElseGet(() -> new ItemTake.Refused(TakeRefusal.NONE_OPEN));
    }

    private Optional<Lease> inHand(ItemStanding standing, QueueData data, UserId rater) {
        return standing.inHand() == null
                ? Optional.empty()
                : places.prolong(standing.inHand().id(), rater, terms.end(data), null);
    }

    private Optional<Lease> open(ItemId item, Taking taking) {
        var taken = takes.takeItem(taking, item);
        if (taken.isEmpty() && expiry.sweep() > 0) {
            taken = takes.takeItem(taking, item);
        }
        taken.ifPresent(lease -> workers.count(taking.queue(), taking.rater(), Tally.taken(1)));
        return taken;
    }
}
