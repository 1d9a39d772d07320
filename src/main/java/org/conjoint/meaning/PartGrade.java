package org.conjoint.meaning;

/**
 * How bad one part is alone: imagine that a stranger posted only this part. {@code ABSENT} counts as none;
 * {@code NOT_VIEWED} is recorded when a rater stops early and is never none.
 *
 * <p>A grade per part and one for the whole: VLSU, 2025 (arXiv 2510.18214).
 */
public enum PartGrade {
    NONE("none"),
    BORDERLINE("borderline"),
    VIOLATING("violating"),
    ABSENT("absent"),
    NOT_VIEWED("not_viewed"),
    CANNOT_TELL("cannot_tell");

    private final String code;

    PartGrade(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** Whether a clause has to be cited for it. */
    public boolean aboveNone() {
        return this == BORDERLINE || this == VIOLATING;
    }

    /** Whether it says how bad the part is. */
    public boolean determined() {
        return this != NOT_VIEWED && this != CANNOT_TELL;
    }

    Severity severity() {
        return switch (this) {
            case NONE, ABSENT, NOT_VIEWED, CANNOT_TELL -> Severity.NONE;
            case BORDERLINE -> Severity.BORDERLINE;
            case VIOLATING -> Severity.VIOLATING;
        };
    }

    /** @throws IllegalArgumentException when no grade of a part has this code */
    public static PartGrade of(String code) {
        return Codes.find(values(), PartGrade::code, code, "grade of a part");
    }
}
