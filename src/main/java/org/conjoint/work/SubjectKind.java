package org.conjoint.work;

/** What is judged. */
public enum SubjectKind {
    /** A post of the content module. */
    POST("post");

    private final String code;

    SubjectKind(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind of subject has this code */
    public static SubjectKind of(String code) {
        return Codes.find(values(), SubjectKind::code, code, "kind of subject");
    }
}
