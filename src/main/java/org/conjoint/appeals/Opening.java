package org.conjoint.appeals;

/** What became of an appeal on its way. */
public sealed interface Opening {

    record Opened(AppealId id) implements Opening {}

    /** It was opened before, under the same reference and with the same content. */
    record Known(AppealId id) implements Opening {}

    /**
     * Nothing was written.
     *
     * @param words why, and what to do, in a sentence
     */
    record Refused(String words) implements Opening {}
}
