package org.conjoint.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conjoint.work.TakeRows.Taking;
import org.conjoint.work.WorkerRows.Worker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds open places for a rater. The places of a queue stand in lanes: lane n holds the n-th places of all items, lane 0
 * those that were returned. A rater begins with what was returned, then stays in one lane as long as it lasts, and
 * remembers how far in each; so the cost of taking does not depend on how much the rater has answered.
 *
 * @see <a href="file:../../../../../../docs/decisions/0006-leases-are-places.md">Leases are places</a>
 */
@Component
class Takes {

    /** How often an exhausted rater may have all lanes read from their beginning. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final TakeRows rows;
    private final WorkerRows workers;
    private final PanelRows panels;

    Takes(TakeRows rows, WorkerRows workers, PanelRows panels) {
        this.rows = rows;
        this.workers = workers;
        this.panels = panels;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Lease> take(Taking taking, int overlap, int count) {
        var lanes = overlap + 1;
        panels.serialise(taking.panel(), taking.rater());
        var worker = workers.lock(taking.queue(), taking.rater(), lanes);
        var reach = worker.reach().clone();
        var taken = takeOnward(taking, overlap, reach, count);
        var lookedAgainAt = worker.lookedAgainAt();
        if (taken.isEmpty() && mayLookAgain(worker, taking.at())) {
            Arrays.fill(reach, 0L);
            lookedAgainAt = taking.at();
            taken = takeOnward(taking, overlap, reach, count);
        }
        if (!taken.isEmpty() || lookedAgainAt != worker.lookedAgainAt()) {
            workers.advance(taking.queue(), taking.rater(), new Worker(reach, lookedAgainAt), taken.size());
        }
        return taken;
    }

    /**
     * A place can be passed over that becomes free later: when its taker's transaction fails, or when it was put in by a
     * transaction that committed late.
     */
    private static boolean mayLookAgain(Worker worker, Instant now) {
        @Nullable Instant last = worker.lookedAgainAt();
        return last == null || !last.plus(LOOK_AGAIN).isAfter(now);
    }

    private List<Lease> takeOnward(Taking taking, int overlap, Long[] reach, int count) {
        var taken = new ArrayList<Lease>();
        // One at a time: two returned places may belong to the same item.
        while (taken.size() < count && takeFrom(PlaceRows.RETURNED_LANE, taking, reach, 1, taken)) {
            continue;
        }
        var home = Math.toIntExact(taking.rater().value() % overlap);
        for (var step = 0; step < overlap && taken.size() < count; step++) {
            takeFrom(1 + (home + step) % overlap, taking, reach, count - taken.size(), taken);
        }
        return taken;
    }

    private boolean takeFrom(int lane, Taking taking, Long[] reach, int count, List<Lease> taken) {
        var some = rows.take(taking, lane, reach[lane], count);
        if (some.isEmpty()) {
            return false;
        }
        some.forEach(one -> taken.add(one.lease()));
        reach[lane] = some.getLast().position();
        return true;
    }
}
