package org.conjoint.testing;

import java.util.Set;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;

/** Finished forms about a post that is a caption alone. */
public final class Forms {

    /** A clause of the starter policy on harassment. */
    public static final String CLAUSE = "HAR-2.1";

    private Forms() {}

    /** Nothing wrong with the caption, nor with the whole. */
    public static VerdictForm benign() {
        return VerdictForm.builder()
                .grade(Part.IMAGE, PartGrade.ABSENT)
                .grade(Part.CAPTION, PartGrade.NONE)
                .grade(Part.AUDIO, PartGrade.ABSENT)
                .joint(JointGrade.NONE)
                .confidence(Confidence.SURE)
                .build();
    }

    /** The whole violates more than the caption does, both under {@link #CLAUSE}. */
    public static VerdictForm violating() {
        return together(JointGrade.VIOLATING, CLAUSE);
    }

    /** The caption is borderline and the whole gets a grade above none, both under a clause. */
    public static VerdictForm together(JointGrade joint, String clause) {
        return benign().toBuilder()
                .grade(Part.CAPTION, PartGrade.BORDERLINE)
                .joint(joint)
                .clauses(Part.CAPTION, Set.of(clause))
                .jointClauses(Set.of(clause))
                .principal(clause)
                .reading("Dana stinks, and that is meant")
                .build();
    }
}
