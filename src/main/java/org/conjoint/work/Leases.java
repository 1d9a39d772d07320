package org.conjoint.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conjoint.access.Account;
import org.conjoint.access.Accounts;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.shared.UserId;
import org.conjoint.work.WorkerRows.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts items into the hands of the current user, and back. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class Leases {

    /** How many items are taken at once, so that raters meet less often at the head of a queue. */
    public static final int BLOCK = 4;

    /** How long an item can be held. */
    public static final Duration LONGEST_HOLD = Duration.ofDays(7);

    private static final int MOST_AT_ONCE = 20;

    private final PlaceRows places;
    private final HandOverRows handOvers;
    private final KinRows kin;
    private final PanelRows panels;
    private final Admittance admittance;
    private final WorkerRows workers;
    private final Takes takes;
    private final Expiry expiry;
    private final Terms terms;
    private final Queues queues;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Leases(
            PlaceRows places,
            HandOverRows handOvers,
            KinRows kin,
            PanelRows panels,
            Admittance admittance,
            WorkerRows workers,
            Takes takes,
            Expiry expiry,
            Terms terms,
            Queues queues,
            Accounts accounts,
            CurrentUser currentUser,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.places = places;
        this.handOvers = handOvers;
        this.kin = kin;
        this.panels = panels;
        this.admittance = admittance;
        this.workers = workers;
        this.takes = takes;
        this.expiry = expiry;
        this.terms = terms;
        this.queues = queues;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Takes up to {@code count} further items, 1 to 20. Fewer, or none, when nothing is left for this user or the queue is
     * closed.
     *
     * @throws AccessDeniedException when the queue is not for this user
     * @throws IllegalStateException when no version of the queue's policy is in force
     */
    @Transactional
    public List<Lease> take(QueueId queue, int count) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new IllegalArgumentException("One takes 1 to %d items, not %d".formatted(MOST_AT_ONCE, count));
        }
        var data = queues.data(queue);
        requireAdmitted(data);
        if (queues.isClosed(queue, data)) {
            return List.of();
        }
        var taking = terms.of(queue, data, currentUser.id());
        var taken = takes.take(taking, data.overlap(), count);
        if (taken.isEmpty() && expiry.sweep() > 0) {
            taken = takes.take(taking, data.overlap(), count);
        }
        return taken;
    }

    /**
     * The item to work on and those that come after it: what is in the user's hand in this queue and not held, in the
     * order taken, filled up with a further block when only one is left. Empty when nothing is left. An item that was
     * taken ahead and has less than half of its time left gets its full time again. Most calls only read.
     */
    public List<Lease> next(QueueId queue) {
        var data = queues.data(queue);
        requireAdmitted(data);
        var inHand = workable(queue);
        return inHand.size() > 1 && !isHalfOver(inHand.getFirst(), data)
                ? inHand
                : Objects.requireNonNull(transaction.execute(_ -> refilled(queue, data)));
    }

    private List<Lease> refilled(QueueId queue, QueueData data) {
        var inHand = workable(queue);
        var all = inHand.size() > 1
                ? inHand
                : Stream.concat(inHand.stream(), take(queue, BLOCK).stream()).toList();
        if (all.isEmpty() || !isHalfOver(all.getFirst(), data)) {
            return all;
        }
        var first = places.prolong(all.getFirst().id(), currentUser.id(), terms.end(data), null);
        return Stream.concat(first.stream(), all.stream().skip(1)).toList();
    }

    private List<Lease> workable(QueueId queue) {
        var now = terms.now();
        return places.inHand(currentUser.id(), queue).stream()
                .filter(lease -> !lease.isHeld() && lease.expiresAt().isAfter(now))
                .toList();
    }

    private boolean isHalfOver(Lease lease, QueueData data) {
        var half = Duration.ofMinutes(data.leaseMinutes()).dividedBy(2);
        return !lease.expiresAt().isAfter(terms.now().plus(half));
    }

    /** All that the current user has in hand or holds, in all queues, in the order taken. */
    @Transactional(readOnly = true)
    public List<Lease> inHand() {
        return places.inHand(currentUser.id(), null);
    }

    /** The lease, when it is the current user's. */
    @Transactional(readOnly = true)
    public Optional<Lease> find(LeaseId id) {
        return places.find(id, currentUser.id());
    }

    /** Gives the lease its full time again, as long as the rater works. A held item stays held. */
    @Transactional
    public LeaseChange extend(LeaseId id) {
        return places.find(id, currentUser.id())
                .<LeaseChange>map(lease -> lease.isHeld()
                        ? new LeaseChange.Changed(lease)
                        : changed(id, terms.end(queues.data(lease.queue())), null))
                .orElseGet(() -> lost(id));
    }

    /**
     * Keeps the item for the rater, for a week at most.
     *
     * @param reason why, 1 to 500 characters
     */
    @Transactional
    public LeaseChange hold(LeaseId id, String reason) {
        requireReason(reason);
        return changed(id, terms.now().plus(LONGEST_HOLD), reason);
    }

    /** Goes on with a held item. */
    @Transactional
    public LeaseChange resume(LeaseId id) {
        return places.find(id, currentUser.id())
                .map(lease -> changed(id, terms.end(queues.data(lease.queue())), null))
                .orElseGet(() -> lost(id));
    }

    private LeaseChange changed(LeaseId id, Instant until, @Nullable String holdReason) {
        return places.prolong(id, currentUser.id(), until, holdReason)
                .<LeaseChange>map(LeaseChange.Changed::new)
                .orElseGet(() -> lost(id));
    }

    /** Gives the item back; the rater may get it again. */
    @Transactional
    public LeaseChange release(LeaseId id) {
        return giveBack(id, Tally.taken(-1)).isPresent() ? new LeaseChange.Returned() : lost(id);
    }

    /** Gives the item back for others; the rater does not get it again. */
    @Transactional
    public LeaseChange skip(LeaseId id, DeclineReason reason, @Nullable String note) {
        return decline(id, "SKIP", new Tally(-1, 0, 1, 0), reason, note);
    }

    /** As {@link #skip}, and tells those who look after the queue that something is wrong with the item. */
    @Transactional
    public LeaseChange flag(LeaseId id, DeclineReason reason, @Nullable String note) {
        return decline(id, "FLAG", new Tally(-1, 0, 0, 1), reason, note);
    }

    private LeaseChange decline(LeaseId id, String kind, Tally tally, DeclineReason reason, @Nullable String note) {
        if (note != null && note.length() > 500) {
            throw new IllegalArgumentException("A note has at most 500 characters, not " + note.length());
        }
        var lease = giveBack(id, tally);
        if (lease.isEmpty()) {
            return lost(id);
        }
        places.decline(lease.get().item(), currentUser.id(), kind, reason, note, terms.now());
        return new LeaseChange.Returned();
    }

    private Optional<Lease> giveBack(LeaseId id, Tally tally) {
        var lease = places.giveBack(id, currentUser.id());
        lease.ifPresent(given -> workers.count(given.queue(), currentUser.id(), tally));
        return lease;
    }

    /**
     * Puts the item into another person's hand, under the policy version in force now or tried out.
     *
     * @param reason why, 1 to 500 characters
     */
    @Transactional
    public HandOver handOver(LeaseId id, UserId to, String reason) {
        requireReason(reason);
        var from = currentUser.id();
        var lease = places.find(id, from);
        if (lease.isEmpty()) {
            return new HandOver.Lost(places.lossCause(id, from));
        }
        var queue = lease.get().queue();
        var data = queues.data(queue);
        if (!accounts.find(to).map(account -> mayWork(account, data)).orElse(false)) {
            return new HandOver.NotAllowed();
        }
        var item = lease.get().item();
        panels.serialise(data.panel(), to);
        if (places.involved(item, to) || kin.bars(item, to, terms.now()) || panels.bars(data.panel(), item, to)) {
            return new HandOver.AlreadyInvolved();
        }
        if (!places.handOver(id, from, terms.of(queue, data, to))) {
            return new HandOver.Lost(places.lossCause(id, from));
        }
        workers.ensure(queue, to, data.overlap() + 1);
        workers.count(queue, from, Tally.taken(-1));
        workers.count(queue, to, Tally.taken(1));
        handOvers.insert(lease.get().item(), from, to, reason, terms.now());
        var details = new TreeMap<>(Map.of("to", "user:" + to.value(), "reason", reason));
        audit.record(new AuditEvent(currentUser.actor(), "lease.handed-over", "lease:" + id.value(), details));
        return new HandOver.Done();
    }

    private boolean mayWork(Account account, QueueData queue) {
        return account.enabled()
                && admittance
                        .refusal(queue, account.id(), account.data().roles())
                        .isEmpty();
    }

    private LeaseChange lost(LeaseId id) {
        return new LeaseChange.Lost(places.lossCause(id, currentUser.id()));
    }

    private void requireAdmitted(QueueData queue) {
        admittance.refusal(queue).ifPresent(why -> {
            throw new AccessDeniedException(
                    why == TakeRefusal.OTHER_ROLE
                            ? "The queue “%s” is for the role %s".formatted(queue.name(), queue.role())
                            : "The queue “%s” is not for you: %s".formatted(queue.name(), why));
        });
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("A reason has 1 to 500 characters");
        }
    }
}
