package org.conjoint.content;

import java.time.Instant;

/**
 * A post as it stood at a revision.
 *
 * @param revision from 1, rising with every change
 * @param recordedAt when this revision was taken in
 */
public record Post(PostId id, int revision, Instant recordedAt, PostData data) {}
