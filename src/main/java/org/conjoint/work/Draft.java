package org.conjoint.work;

import java.time.Instant;

/**
 * An answer that its rater is still writing.
 *
 * @param revision from 1, rising with each time it is saved
 * @param body JSON of the judgement's form
 */
public record Draft(int revision, String body, Instant savedAt) {}
