package org.conjoint.evidence;

/**
 * Someone or something that shows in several parts.
 *
 * @param id unique among the evidence of one judgement
 */
public record Entity(String id, String name) {}
