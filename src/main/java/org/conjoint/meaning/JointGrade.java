package org.conjoint.meaning;

/** How bad the post is as its audience receives it, all parts together, under the policy version shown. */
public enum JointGrade {
    NONE("none"),
    BORDERLINE("borderline"),
    VIOLATING("violating"),
    CANNOT_TELL("cannot_tell");

    private final String code;

    JointGrade(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** Whether clauses have to be cited for it. */
    public boolean aboveNone() {
        return this == BORDERLINE || this == VIOLATING;
    }

    /** Whether it says how bad the post is. */
    public boolean determined() {
        return this != CANNOT_TELL;
    }

    Severity severity() {
        return switch (this) {
            case NONE, CANNOT_TELL -> Severity.NONE;
            case BORDERLINE -> Severity.BORDERLINE;
            case VIOLATING -> Severity.VIOLATING;
        };
    }

    /** @throws IllegalArgumentException when no joint grade has this code */
    public static JointGrade of(String code) {
        return Codes.find(values(), JointGrade::code, code, "joint grade");
    }
}
