package org.conjoint.work;

import java.time.Clock;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conjoint.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Returns items whose lease ran out to their queue. */
@Component
class Expiry {

    /** The most places returned in one transaction. */
    static final int BATCH = 500;

    private final PlaceRows places;
    private final WorkerRows workers;
    private final Clock clock;

    Expiry(PlaceRows places, WorkerRows workers, Clock clock) {
        this.places = places;
        this.workers = workers;
        this.clock = clock;
    }

    /** @return how many came back */
    @Transactional
    int sweep() {
        var expired = places.openExpired(clock.instant(), BATCH);
        var byWorker = expired.stream()
                .collect(Collectors.groupingBy(
                        one -> new Owner(one.queue(), one.rater()), TreeMap::new, Collectors.counting()));
        byWorker.forEach((owner, count) ->
                workers.count(owner.queue(), owner.rater(), WorkerRows.Tally.taken(-Math.toIntExact(count))));
        return expired.size();
    }

    private record Owner(QueueId queue, UserId rater) implements Comparable<Owner> {
        private static final Comparator<Owner> ORDER = Comparator.<Owner>comparingLong(
                        o -> o.queue().value())
                .thenComparingLong(o -> o.rater().value());

        @Override
        public int compareTo(Owner other) {
            return ORDER.compare(this, other);
        }
    }
}
