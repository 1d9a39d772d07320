package org.conjoint.appeals;

/** What became of a decision on its way. */
public sealed interface Deciding {

    record Decided(AppealOutcome outcome) implements Deciding {}

    /**
     * Nothing was written.
     *
     * @param field where it is wrong: {@code then}, {@code now}, or empty for the whole
     * @param words what is wrong, and what to do, in a sentence
     */
    record Refused(String field, String words) implements Deciding {}
}
