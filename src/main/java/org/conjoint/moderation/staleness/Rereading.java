package org.conjoint.moderation.staleness;

import java.util.function.Function;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the posts whose verdicts a version makes stale, a piece at a time. A post is passed over when its stale
 * verdicts are kept on purpose, or a newer one was given under a version after the change.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Effects.MAY_WEIGH)
public class Rereading {

    private final TargetViews views;
    private final StaleRows rows;
    private final Walk walk;

    Rereading(TargetViews views, StaleRows rows, Walk walk) {
        this.views = views;
        this.rows = rows;
        this.walk = walk;
    }

    /**
     * Opens the way through the posts of a version, as things stand now.
     *
     * @param sample how many borderline and disputed posts are taken where a clause only became clearer
     * @param size how many posts a piece has at most
     * @return gives the piece that begins at a cursor, null for the first; each in a transaction of the caller's
     */
    public Function<@Nullable String, ToRead> open(PolicyVersionId target, int sample, int size) {
        var view = views.of(target);
        var cells = rows.cells(view.tree().ids());
        return cursor -> {
            var from = cursor == null ? WalkCursor.START : WalkCursor.parse(cursor);
            var leg = walk.go(view, cells, from, size, sample);
            var next = leg.next();
            return new ToRead(leg.met().stream().map(Met::post).toList(), next == null ? null : next.toString());
        };
    }
}
