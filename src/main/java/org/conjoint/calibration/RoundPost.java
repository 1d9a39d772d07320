package org.conjoint.calibration;

import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.jspecify.annotations.Nullable;

/**
 * What the panel makes of a post.
 *
 * @param expected the known answer, for posts drawn because of it
 * @param before the grade of the panel under the text in force; null until somebody could tell
 * @param after the same under the text tried out
 */
public record RoundPost(
        PostId post,
        Drawn drawn,
        @Nullable JointGrade expected,
        @Nullable JointGrade before,
        @Nullable JointGrade after) {

    /** How the grade moves from what it was, or from what is known, to the text tried out. */
    public Flip flip() {
        var from = drawn == Drawn.KNOWN ? expected : before;
        if (from == null || after == null || !from.determined() || !after.determined()) {
            return Flip.OPEN;
        }
        var step = Integer.compare(after.ordinal(), from.ordinal());
        return step == 0 ? Flip.SAME : step > 0 ? Flip.UP : Flip.DOWN;
    }
}
