package org.conjoint.content;

import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;

/**
 * A twin to be.
 *
 * @param of the post that it is made from, at its current revision
 * @param data the whole twin, under an id that is free
 * @param changedPart the only part in which it differs
 * @param expectedJoint the grade of the whole that its maker expects; one that says how bad it is
 */
public record TwinDraft(PostId of, PostData data, Part changedPart, JointGrade expectedJoint) {
    public TwinDraft {
        TwinDraft.require(expectedJoint);
    }

    static void require(JointGrade expectedJoint) {
        if (!expectedJoint.determined()) {
            throw new IllegalArgumentException("The expected joint grade is none, borderline or violating, not %s"
                    .formatted(expectedJoint.code()));
        }
    }
}
