package org.conjoint.meaning;

/** Whom or what the harm of a post is aimed at. */
public enum TargetKind {
    PRIVATE_PERSON("private_person"),
    PUBLIC_FIGURE("public_figure"),
    /** A group by what its members are or believe. */
    PROTECTED_GROUP("protected_group"),
    OTHER_GROUP("other_group"),
    ORGANISATION("organisation"),
    /** The author. */
    ONESELF("oneself"),
    NOBODY("nobody");

    private final String code;

    TargetKind(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    public static TargetKind of(String code) {
        return Codes.find(values(), TargetKind::code, code, "kind of target");
    }
}
