package org.conjoint.meaning;

import org.jspecify.annotations.Nullable;

/**
 * How parts relate, as a rater stated it.
 *
 * @param contradiction in what they contradict each other; only for {@link Relation#CONTRADICTS}
 */
public record StatedRelation(Relation relation, @Nullable Contradiction contradiction) {

    /** As {@code targets}, or {@code contradicts:irony}. */
    public String code() {
        return contradiction == null ? relation.code() : relation.code() + ":" + contradiction.code();
    }

    /** @throws IllegalArgumentException when it is not the code of a relation */
    public static StatedRelation of(String code) {
        var both = code.split(":", 2);
        return new StatedRelation(Relation.of(both[0]), both.length == 1 ? null : Contradiction.of(both[1]));
    }

    /** Whether a contradiction, and only that, says in what. */
    public boolean complete() {
        return (relation == Relation.CONTRADICTS) == (contradiction != null);
    }
}
