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
        return benign().toBuilder()
                .grade(Part.CAPTION, PartGrade.BORDERLINE)
                .joint(JointGrade.VIOLATING)
                .clauses(Part.CAPTION, Set.of(CLAUSE))
                .jointClauses(Set.of(CLAUSE))
                .principal(CLAUSE)
                .reading("Dana stinks, and that is meant")
                .build();
    }
}
