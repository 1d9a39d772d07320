package org.conjoint.policy;

/**
 * How far a panel has to agree before a version is scheduled; Krippendorff's α, 0 to 1, as the policy's own file says.
 *
 * @param joint on the joint grade
 * @param severe on whether a severe clause is violated
 */
public record AgreementBar(double joint, double severe) {}
