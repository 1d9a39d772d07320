package org.conjoint.work;

/**
 * A queue as it stands.
 *
 * @param version counts changes of its data
 */
public record Queue(QueueId id, int version, QueueData data, QueueCounts counts) {}
