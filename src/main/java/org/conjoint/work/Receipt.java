package org.conjoint.work;

import java.time.Instant;
import java.util.UUID;

/**
 * Proof that an answer is stored.
 *
 * @param clientId made by the client before sending; sending again returns the same receipt
 * @param submissionId rises with time, has gaps
 * @param answerId the answer of which this is a revision; the id of its first submission
 * @param revision from 1, rising with each correction
 */
public record Receipt(UUID clientId, long submissionId, long answerId, int revision, Instant at) {}
