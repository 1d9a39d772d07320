package org.conjoint.moderation;

import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;

/**
 * A verdict that tries something out, and is none on its post, was given, corrected or taken back; published in the
 * transaction that records it.
 */
public record TrialRecorded(VerdictId id, QueueId queue, UserId rater) {}
