package org.conjoint.work;

import java.time.Clock;
import java.time.Duration;
import org.conjoint.work.DraftRows.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets drafts that nobody needs: those whose item their rater has submitted since, and old ones of items that are no
 * longer in their rater's hand. It goes round all drafts, a few at each call.
 */
@Component
class DraftPurge {

    /** How many drafts are looked at in one transaction. */
    static final int BATCH = 500;

    private final DraftRows rows;
    private final Clock clock;
    private final Duration longest;
    private @Nullable Kept last;

    /** @param days how long a draft is kept that is not submitted, from 1 */
    DraftPurge(DraftRows rows, Clock clock, @Value("${conjoint.work.draft-days:90}") int days) {
        if (days < 1) {
            throw new IllegalArgumentException("conjoint.work.draft-days is 1 or more, not " + days);
        }
        this.rows = rows;
        this.clock = clock;
        this.longest = Duration.ofDays(days);
    }

    /** Looks at the next drafts. @return whether these were the last; the next call begins anew */
    @Transactional
    synchronized boolean sweep() {
        var some = rows.after(last, BATCH);
        var oldest = clock.instant().minus(longest);
        rows.delete(some.stream()
                .filter(draft -> draft.isSubmitted() || draft.isForgotten(oldest))
                .toList());
        var ended = some.size() < BATCH;
        last = ended ? null : some.getLast();
        return ended;
    }
}
