package org.conjoint.work;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps unfinished answers of the current user, apart from submissions. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class Drafts {

    private static final int LONGEST = 100_000;

    private final DraftRows rows;
    private final PlaceRows places;
    private final CurrentUser currentUser;
    private final Clock clock;

    Drafts(DraftRows rows, PlaceRows places, CurrentUser currentUser, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Saves a draft over the one with {@code baseRevision}; 0 when there is none yet.
     *
     * @param body JSON, at most 100,000 characters
     */
    @Transactional
    public DraftSave save(LeaseId lease, int baseRevision, String body) {
        if (body.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A draft has at most %,d characters, not %,d".formatted(LONGEST, body.length()));
        }
        var rater = currentUser.id();
        var item = PlaceRows.item(lease);
        var draft = new Draft(baseRevision + 1, body, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!places.exists(lease)) {
            throw new IllegalArgumentException("No lease " + lease.value());
        }
        var saved = baseRevision == 0 ? rows.insert(item, rater, draft) : rows.update(item, rater, draft);
        if (!saved) {
            return rows.find(item, rater)
                    .<DraftSave>map(DraftSave.Conflict::new)
                    .orElseGet(() -> save(lease, 0, body));
        }
        return places.find(lease, rater).isPresent()
                ? new DraftSave.Saved(draft.revision(), draft.savedAt())
                : new DraftSave.SavedWithoutLease(draft.revision(), draft.savedAt(), places.lossCause(lease, rater));
    }

    /** The current user's draft for the item of a lease. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(LeaseId lease) {
        return rows.find(PlaceRows.item(lease), currentUser.id());
    }

    /** The current user's drafts for the items of leases, in one statement; leases without one are left out. */
    @Transactional(readOnly = true)
    public Map<ItemId, Draft> find(Collection<Lease> leases) {
        return rows.find(leases.stream().map(Lease::item).toList(), currentUser.id());
    }
}
