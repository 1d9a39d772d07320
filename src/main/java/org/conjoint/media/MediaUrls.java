package org.conjoint.media;

/** Addresses of derivatives, relative to the application's root; each needs a signed-in user. */
public final class MediaUrls {

    private MediaUrls() {}

    /** A picture of at most this size; where the original is smaller, the largest there is. */
    public static String preview(MediaId id, PreviewSize size) {
        return of(id, DerivativeKind.of(size));
    }

    /** The canonical sound. */
    public static String audio(MediaId id) {
        return of(id, DerivativeKind.AUDIO);
    }

    /** Peaks of the canonical sound: BBC audiowaveform JSON, version 2. */
    public static String peaks(MediaId id) {
        return of(id, DerivativeKind.PEAKS);
    }

    /** The spectrogram of the canonical sound; the first request waits until it is drawn. */
    public static String spectrogram(MediaId id) {
        return of(id, DerivativeKind.SPECTROGRAM);
    }

    /** The canonical video; also of an image that moves. */
    public static String video(MediaId id) {
        return of(id, DerivativeKind.VIDEO);
    }

    /** A still of a video. */
    public static String poster(MediaId id) {
        return of(id, DerivativeKind.POSTER);
    }

    /** Where the picture of a video changes: JSON, {@code {"cuts":[milliseconds, …]}}. */
    public static String scenes(MediaId id) {
        return of(id, DerivativeKind.SCENES);
    }

    /** The lanes of a time series: JSON, at most 2,000 groups of rows with the lowest and highest value of each lane. */
    public static String lanes(MediaId id) {
        return of(id, DerivativeKind.LANES);
    }

    /** The address of any derivative. */
    public static String of(MediaId id, DerivativeKind kind) {
        return "/media/" + id.sha256() + "/" + kind.fileName();
    }
}
