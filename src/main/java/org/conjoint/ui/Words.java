package org.conjoint.ui;

import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;

/** The words by which people know grades, parts and compositions. */
public final class Words {

    private Words() {}

    /** A part, as a heading. */
    public static String of(Part part) {
        return switch (part) {
            case IMAGE -> "Image";
            case CAPTION -> "Caption";
            case AUDIO -> "Sound";
        };
    }

    /** The grade of a part. */
    public static String of(PartGrade grade) {
        return switch (grade) {
            case NONE -> "None";
            case BORDERLINE -> "Borderline";
            case VIOLATING -> "Violating";
            case ABSENT -> "Absent";
            case NOT_VIEWED -> "Not viewed";
            case CANNOT_TELL -> "Cannot tell";
        };
    }

    /** The grade of the whole. */
    public static String of(JointGrade grade) {
        return switch (grade) {
            case NONE -> "None";
            case BORDERLINE -> "Borderline";
            case VIOLATING -> "Violating";
            case CANNOT_TELL -> "Cannot tell";
        };
    }

    /** Two parts, as a heading. */
    public static String of(Pair pair) {
        return switch (pair) {
            case IMAGE_CAPTION -> "Image + caption";
            case CAPTION_AUDIO -> "Caption + sound";
            case IMAGE_AUDIO -> "Image + sound";
        };
    }

    /** An answer about a pair. */
    public static String of(PairAnswer answer) {
        return switch (answer) {
            case YES -> "Yes";
            case NO -> "No";
            case UNSURE -> "Unsure";
        };
    }

    /** The name of a composition. */
    public static String of(Composition composition) {
        return switch (composition) {
            case UNDETERMINED -> "Undetermined";
            case DEFUSED -> "Defused";
            case BENIGN -> "Benign";
            case EMERGENT -> "Emergent";
            case SHIFTED -> "Shifted";
            case ADDITIVE -> "Additive";
            case SINGLE_CARRIER -> "Single carrier";
            case REDUNDANT -> "Redundant";
        };
    }

    /** What a composition says, in a sentence. */
    public static String meaning(Composition composition) {
        return switch (composition) {
            case UNDETERMINED -> "Not enough was seen to say how the parts work together.";
            case DEFUSED -> "Another part takes the harm out.";
            case BENIGN -> "Nothing anywhere.";
            case EMERGENT -> "Every part is clean; the combination is not.";
            case SHIFTED -> "The parts were bad in another way; together it is a different harm.";
            case ADDITIVE -> "A part is near the line; together it is over it.";
            case SINGLE_CARRIER -> "One part does it; the rest ride along.";
            case REDUNDANT -> "Several parts do it alone.";
        };
    }

    /** The class that gives a grade its colour; empty where it has none. */
    public static String colour(PartGrade grade) {
        return switch (grade) {
            case NONE -> "grade-none";
            case BORDERLINE -> "grade-borderline";
            case VIOLATING -> "grade-violating";
            case ABSENT, NOT_VIEWED, CANNOT_TELL -> "";
        };
    }

    /** The class that gives a joint grade its colour; empty where it has none. */
    public static String colour(JointGrade grade) {
        return switch (grade) {
            case NONE -> "grade-none";
            case BORDERLINE -> "grade-borderline";
            case VIOLATING -> "grade-violating";
            case CANNOT_TELL -> "";
        };
    }
}
