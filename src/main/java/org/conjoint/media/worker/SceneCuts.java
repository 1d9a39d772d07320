package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;

/**
 * Finds where a video cuts: the smaller of the mean brightness difference to the picture before and that difference's
 * own change, in percent, as FFmpeg's scdet filter scores it, at its threshold of 10. Also says how telling each picture
 * would be as a still: by the variance of its brightness.
 */
final class SceneCuts implements AutoCloseable {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final double THRESHOLD = 10;

    private final Scaler scaler = new Scaler(Scaler.Use.GLANCE);
    private final List<Long> cuts = new ArrayList<>();
    private final byte[] current = new byte[WIDTH * HEIGHT];
    private final byte[] previous = new byte[WIDTH * HEIGHT];
    private double difference;
    private long seen;

    /** Looks at a picture, which stays the caller's, and returns the variance of its brightness. */
    double look(AVFrame picture, long millis) throws AvException {
        AVFrame small = scaler.scale(picture, WIDTH, HEIGHT, AV_PIX_FMT_GRAY8);
        var plane = Av.plane(small, 0, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            plane.get(y * small.linesize(0), current, y * WIDTH, WIDTH);
        }
        av_frame_free(small);
        if (seen++ > 0) {
            score(millis);
        }
        System.arraycopy(current, 0, previous, 0, current.length);
        return variance();
    }

    private void score(long millis) {
        long sum = 0;
        for (int i = 0; i < current.length; i++) {
            sum += Math.abs((current[i] & 0xFF) - (previous[i] & 0xFF));
        }
        double mean = 100.0 * sum / current.length / 255;
        if (Math.min(mean, Math.abs(mean - difference)) >= THRESHOLD) {
            cuts.add(millis);
        }
        difference = mean;
    }

    private double variance() {
        double sum = 0;
        double squares = 0;
        for (byte value : current) {
            int brightness = value & 0xFF;
            sum += brightness;
            squares += brightness * brightness;
        }
        double mean = sum / current.length;
        return squares / current.length - mean * mean;
    }

    /** The times of the cuts, in milliseconds, as JSON. */
    String json() {
        return "{\"cuts\":" + cuts.toString().replace(" ", "") + "}";
    }

    @Override
    public void close() {
        scaler.close();
    }
}
