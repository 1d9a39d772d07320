package org.conjoint.content;

import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;

/**
 * Says of a post that was taken in that it is a twin of another.
 *
 * @param expectedJoint the grade of the whole that is expected; one that says how bad it is
 */
public record TwinDeclaration(PostId post, PostId of, Part changedPart, JointGrade expectedJoint) {
    public TwinDeclaration {
        TwinDraft.require(expectedJoint);
    }
}
