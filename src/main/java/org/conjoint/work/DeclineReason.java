package org.conjoint.work;

/** Why a rater passes an item on. */
public enum DeclineReason {
    /** A part cannot be seen or heard. */
    BROKEN_MEDIA("broken_media"),
    /** Sound and picture do not belong to the same moment. */
    OUT_OF_SYNC("out_of_sync"),
    /** It is in a language that the rater does not read. */
    WRONG_LANGUAGE("wrong_language"),
    /** Not for this rater to judge. */
    NOT_MINE("not_mine"),
    /** The rater would rather not see it. */
    DISTRESSING("distressing"),
    /** Said in the note. */
    OTHER("other");

    private final String code;

    DeclineReason(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no reason has this code */
    public static DeclineReason of(String code) {
        return Codes.find(values(), DeclineReason::code, code, "reason");
    }
}
