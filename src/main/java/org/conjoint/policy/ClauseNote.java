package org.conjoint.policy;

import java.time.Instant;

/**
 * How a clause is to be read until its text says so: a short note, decided on one post.
 *
 * @param clauseId the stable id of the clause
 * @param writtenBy the name that people read
 * @param post the external id of the deciding post
 * @param postPath the page of that post, without a leading slash
 */
public record ClauseNote(
        String clauseId, String text, Instant writtenAt, String writtenBy, String post, String postPath) {}
