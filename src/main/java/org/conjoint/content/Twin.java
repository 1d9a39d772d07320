package org.conjoint.content;

import java.time.Instant;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;

/**
 * A post that differs from another in exactly one part (Kiela et al., 2020: benign confounders).
 *
 * @param of the post that it was made from; may be a twin itself
 * @param family the post at the beginning, which is no twin; all twins that go back to it are one family with it
 * @param expectedJoint the grade of the whole that its maker expects
 * @param madeBy the actor who made or brought it
 */
public record Twin(
        PostId post,
        PostId of,
        PostId family,
        Part changedPart,
        JointGrade expectedJoint,
        String madeBy,
        Instant madeAt) {}
