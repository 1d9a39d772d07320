package org.conjoint.moderation;

import org.conjoint.meaning.Contradiction;
import org.conjoint.meaning.Relation;
import org.jspecify.annotations.Nullable;

/**
 * How two parts relate.
 *
 * @param contradiction in what they contradict each other; only for {@link Relation#CONTRADICTS}
 */
public record PairRelation(Relation relation, @Nullable Contradiction contradiction) {}
