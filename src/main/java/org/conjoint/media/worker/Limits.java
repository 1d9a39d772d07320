package org.conjoint.media.worker;

/**
 * What a worker refuses to go beyond.
 *
 * @param pixels of one picture
 * @param soundSeconds of sound
 * @param videoSeconds of video
 * @param frames of an image that moves
 */
public record Limits(long pixels, int soundSeconds, int videoSeconds, int frames) {}
