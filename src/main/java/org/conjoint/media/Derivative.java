package org.conjoint.media;

import org.jspecify.annotations.Nullable;

/**
 * One thing made from a medium: without metadata, upright, safe to hand to a browser.
 *
 * @param contentSha256 SHA-256 of its bytes in lower-case hexadecimal; absent for those stored before it was kept
 * @param width pixels, where it has a picture
 * @param height pixels, where it has a picture
 */
public record Derivative(
        DerivativeKind kind,
        long bytes,
        @Nullable String contentSha256,
        @Nullable Integer width,
        @Nullable Integer height) {}
