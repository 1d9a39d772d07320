package org.conjoint.evidence;

/**
 * What is wrong with a piece of evidence.
 *
 * @param place where: the id of the link and the number of the target, as {@code L1/2}
 * @param code for machines
 * @param message for people
 */
public record EvidenceProblem(String place, String code, String message) {}
