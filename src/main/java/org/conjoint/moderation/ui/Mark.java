package org.conjoint.moderation.ui;

import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.PartGrade;
import org.jspecify.annotations.Nullable;

/** The grades that a rater gives by hand, the same for a part and for the whole. */
enum Mark {
    NONE("n", PartGrade.NONE, JointGrade.NONE),
    BORDERLINE("b", PartGrade.BORDERLINE, JointGrade.BORDERLINE),
    VIOLATING("v", PartGrade.VIOLATING, JointGrade.VIOLATING),
    CANNOT_TELL("t", PartGrade.CANNOT_TELL, JointGrade.CANNOT_TELL);

    private final String key;
    private final PartGrade part;
    private final JointGrade joint;

    Mark(String key, PartGrade part, JointGrade joint) {
        this.key = key;
        this.part = part;
        this.joint = joint;
    }

    String key() {
        return key;
    }

    PartGrade part() {
        return part;
    }

    JointGrade joint() {
        return joint;
    }

    /** Null where the grade is none that is given by hand. */
    static @Nullable Mark of(@Nullable PartGrade grade) {
        for (var mark : values()) {
            if (mark.part == grade) {
                return mark;
            }
        }
        return null;
    }

    static @Nullable Mark of(@Nullable JointGrade grade) {
        for (var mark : values()) {
            if (mark.joint == grade) {
                return mark;
            }
        }
        return null;
    }
}
