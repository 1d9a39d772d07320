package org.conjoint.meaning;

/**
 * How the harm of the whole comes about from its parts. It is computed, never asked: the first rule that holds, in the
 * order of the constants.
 *
 * <p>Redundancy, uniqueness and synergy as labels: Liang et al., 2023 (arXiv 2306.04125); grades per part and for the
 * whole: VLSU, 2025 (arXiv 2510.18214).
 */
public enum Composition {
    /** A grade is missing: not viewed, or the rater cannot tell. */
    UNDETERMINED("undetermined"),
    /** The whole is less bad than its worst part. */
    DEFUSED("defused"),
    /** Nothing anywhere. */
    BENIGN("benign"),
    /** Every part is clean; the combination is not. */
    EMERGENT("emergent"),
    /** Parts were bad, but none under the principal clause of the whole. */
    SHIFTED("shifted"),
    /** The whole is worse than any part under its principal clause. */
    ADDITIVE("additive"),
    /** One part alone reaches the grade of the whole. */
    SINGLE_CARRIER("single_carrier"),
    /** Several parts each reach the grade of the whole. */
    REDUNDANT("redundant");

    private final String code;

    Composition(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** Total and exclusive over every grading. */
    public static Composition of(Grading grading) {
        if (!grading.determined()) {
            return UNDETERMINED;
        }
        var joint = grading.joint().severity();
        var worst = grading.worstPart();
        var citing = grading.worstCiting();
        if (worst.above(joint)) {
            return DEFUSED;
        }
        if (joint == Severity.NONE) {
            return BENIGN;
        }
        if (worst == Severity.NONE) {
            return EMERGENT;
        }
        if (citing == Severity.NONE) {
            return SHIFTED;
        }
        if (joint.above(citing)) {
            return ADDITIVE;
        }
        var carriers = grading.citing().stream()
                .filter(part -> grading.grade(part).severity() == citing)
                .count();
        return carriers == 1 ? SINGLE_CARRIER : REDUNDANT;
    }

    /** @throws IllegalArgumentException when no composition has this code */
    public static Composition of(String code) {
        return Codes.find(values(), Composition::code, code, "composition");
    }
}
