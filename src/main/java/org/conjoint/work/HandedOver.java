package org.conjoint.work;

import java.time.Instant;

/**
 * How an item came from another person.
 *
 * @param from the name of the giver, as people read it
 * @param reason in the giver's words
 */
public record HandedOver(String from, String reason, Instant at) {}
