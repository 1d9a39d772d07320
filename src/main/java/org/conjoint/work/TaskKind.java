package org.conjoint.work;

/** What a queue asks of a person. */
public enum TaskKind {
    /** Judge what a post means. */
    VERDICT("verdict"),
    /** Rank responses. */
    PREFERENCE("preference"),
    /** Check the claims of a response. */
    HALLUCINATION("hallucination"),
    /** Decide between differing answers. */
    ADJUDICATION("adjudication"),
    /** Judge an item with a known answer. */
    CALIBRATION("calibration"),
    /** Judge again under today's text. */
    RE_REVIEW("re_review");

    private final String code;

    TaskKind(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind of task has this code */
    public static TaskKind of(String code) {
        return Codes.find(values(), TaskKind::code, code, "kind of task");
    }
}
