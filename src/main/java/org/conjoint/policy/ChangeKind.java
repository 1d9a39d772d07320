package org.conjoint.policy;

/** What a version does to a clause; it decides which verdicts stay good and how far the version number moves. */
public enum ChangeKind {
    /** The clause is new. */
    INITIAL("initial", Bump.MAJOR),
    /** Other words, no other meaning. */
    EDITORIAL("editorial", Bump.PATCH),
    /** The meaning is said more plainly. */
    CLARIFY("clarify", Bump.MINOR),
    /** More violates than before: only verdicts that found no violation go stale. */
    TIGHTEN("tighten", Bump.MAJOR),
    /** Less violates than before: only verdicts that found a violation go stale. */
    LOOSEN("loosen", Bump.MAJOR),
    /** Other content falls under it. */
    SCOPE("scope", Bump.MAJOR),
    SPLIT("split", Bump.MAJOR),
    MERGE("merge", Bump.MAJOR),
    RENAME("rename", Bump.MAJOR),
    /** What follows from a violation. */
    PENALTY("penalty", Bump.MINOR),
    RETIRE("retire", Bump.MAJOR);

    /** The place of the version number that has to rise, the smallest first. */
    public enum Bump {
        PATCH,
        MINOR,
        MAJOR
    }

    private final String code;
    private final Bump bump;

    ChangeKind(String code, Bump bump) {
        this.code = code;
        this.bump = bump;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    public Bump bump() {
        return bump;
    }

    /** Whether old clauses have to be mapped to new ones. */
    public boolean needsCrosswalk() {
        return this == SPLIT || this == MERGE || this == RENAME;
    }

    /** @throws IllegalArgumentException when no change kind has this code */
    public static ChangeKind of(String code) {
        return Codes.find(values(), ChangeKind::code, code, "change kind");
    }
}
