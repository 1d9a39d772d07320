package org.conjoint.moderation;

/**
 * What is wrong with one field of a verdict.
 *
 * @param field as {@code grade.image}, {@code grade.joint}, {@code clauses.audio}, {@code clauses.joint}, {@code principal},
 *     {@code reading}, {@code pair.image_caption}, {@code relation.image_audio}, {@code defusers}, {@code audio_channels},
 *     {@code stance}, {@code benign_reason}, {@code stopped_early}; {@code reason} for that of a correction
 * @param code names the rule, as {@code missing} or {@code too_long}
 * @param message says what to do
 */
public record Problem(String field, String code, String message) {}
