package org.conjoint.media;

/** How large a preview may be, in pixels of its longest side; smaller pictures are never scaled up. */
public enum PreviewSize {
    SMALL(320),
    MEDIUM(1024),
    LARGE(2048);

    private final int pixels;

    PreviewSize(int pixels) {
        this.pixels = pixels;
    }

    /** The limit of the longest side. */
    public int pixels() {
        return pixels;
    }
}
