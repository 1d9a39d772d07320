package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.MediaReply.Output;
import org.jspecify.annotations.Nullable;

/** The still that stands for a video: of its first ten seconds, the picture with the most contrast. */
final class Poster implements AutoCloseable {
    static final String NAME = "poster.webp";
    private static final long WITHIN_MILLIS = 10_000;
    private static final double CLEARLY = 1.2;

    private @Nullable AVFrame best;
    private double variance;

    /** Offers an upright picture, which stays the caller's. */
    void offer(AVFrame picture, double variance, long millis) {
        if (best == null || (millis <= WITHIN_MILLIS && variance > CLEARLY * this.variance)) {
            close();
            best = av_frame_clone(picture);
            this.variance = variance;
        }
    }

    Output write(Path folder) throws AvException, IOException {
        var picture = java.util.Objects.requireNonNull(best);
        WebP.write(picture, folder.resolve(NAME));
        return new Output(NAME, picture.width(), picture.height());
    }

    long hash() {
        return PerceptualHash.of(java.util.Objects.requireNonNull(best));
    }

    @Override
    public void close() {
        if (best != null) {
            av_frame_free(best);
            best = null;
        }
    }
}
