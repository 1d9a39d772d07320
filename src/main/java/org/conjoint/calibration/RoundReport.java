package org.conjoint.calibration;

import java.util.List;

/**
 * A round with what its panel made of each post: as it stands now while it is open, as it was when it was closed after.
 *
 * @param answered answers given so far, of {@code wanted}, under both texts
 */
public record RoundReport(Round round, List<RoundPost> posts, RoundFigures figures, long answered, long wanted) {

    public RoundReport {
        posts = List.copyOf(posts);
    }
}
