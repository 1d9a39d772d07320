package org.conjoint.moderation;

/**
 * What a correction starts from.
 *
 * @param verdict as it stands
 * @param context what the corrected form is checked against: the policy version of the first
 */
public record CorrectableVerdict(Verdict verdict, VerdictContext context) {}
