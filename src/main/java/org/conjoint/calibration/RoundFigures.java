package org.conjoint.calibration;

import java.util.List;
import org.conjoint.agreement.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * What a round shows; posts with a known answer count in {@code known} and {@code knownSame} alone.
 *
 * @param posts drawn from what was judged
 * @param up posts that get a graver grade under the text tried out
 * @param known posts with a known answer that were graded
 * @param knownSame of them, graded as is known
 * @param joint agreement on the joint grade under the text tried out
 * @param severe agreement on whether a severe clause is violated; null where the version has none
 * @param old agreement on the joint grade under the text in force; null where there was none
 */
public record RoundFigures(
        int posts,
        int up,
        int down,
        int same,
        int known,
        int knownSame,
        Agreement joint,
        @Nullable Agreement severe,
        @Nullable Agreement old) {

    static RoundFigures of(
            List<RoundPost> posts, Agreement joint, @Nullable Agreement severe, @Nullable Agreement old) {
        return new RoundFigures(
                count(posts, false, null),
                count(posts, false, Flip.UP),
                count(posts, false, Flip.DOWN),
                count(posts, false, Flip.SAME),
                count(posts, true, null) - count(posts, true, Flip.OPEN),
                count(posts, true, Flip.SAME),
                joint,
                severe,
                old);
    }

    private static int count(List<RoundPost> posts, boolean known, @Nullable Flip flip) {
        return Math.toIntExact(posts.stream()
                .filter(post -> (post.drawn() == Drawn.KNOWN) == known)
                .filter(post -> flip == null || post.flip() == flip)
                .count());
    }
}
