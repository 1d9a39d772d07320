package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.MediaReply.Output;
import org.jspecify.annotations.Nullable;

/**
 * An image that may move: previews show its first picture, and a silent video proxy shows all of them, transparent
 * pixels on white, so that movement can be paused, stepped through and pointed at in time.
 */
final class MovingImage implements AutoCloseable {
    /** Delays in GIF, APNG and WebP are mostly hundredths of a second; more pictures a second are rare. */
    private static final PictureRate RATE = new PictureRate(25, 1);

    private final MediaJob job;
    private final Orientation orientation;
    private final OnWhite white = new OnWhite();
    private MediaReply.@Nullable Decoded first;
    private @Nullable AVFrame held;
    private @Nullable VideoSink sink;
    private int frames;
    private long millis;

    MovingImage(MediaJob job, Orientation orientation) {
        this.job = job;
        this.orientation = orientation;
    }

    /** Decodes a GIF or an animated PNG. */
    static MediaReply decode(Source source) throws Refusal, AvException, IOException {
        if (source.format.nb_streams() == 0) {
            source.inspect();
        }
        AVStream stream = source.format.streams(0);
        source.checkPixels(stream.codecpar().width(), stream.codecpar().height());
        if (stream.codecpar().width() == 0) {
            source.inspect();
        }
        if (source.job.extent() == MediaJob.Extent.PROBE) {
            return ImageReply.probed(
                    stream.codecpar().width(), stream.codecpar().height(), Orientation.UPRIGHT, 1);
        }
        try (var image = new MovingImage(source.job, Orientation.UPRIGHT);
                var decoding = new Decoding(source)) {
            decoding.add(stream, frame -> image.put(frame, delay(frame, stream)));
            decoding.run();
            return image.finish();
        }
    }

    private static long delay(AVFrame frame, AVStream stream) {
        long delay = av_rescale_q(frame.duration(), stream.time_base(), av_make_q(1, 1000));
        return delay > 0 ? delay : 100;
    }

    /** Adds a whole picture, which stays the caller's, shown for so long. Returns whether more are wanted. */
    boolean put(AVFrame frame, long durationMillis) throws AvException, IOException {
        frames++;
        if (first == null) {
            first = ImageReply.of(job, frame, orientation, frame.width(), frame.height(), 1);
            held = av_frame_clone(frame);
            Av.check(av_frame_make_writable(held), "copy a picture");
        } else if (job.extent() == MediaJob.Extent.ALL) {
            show(frame);
        }
        millis += durationMillis;
        boolean inTime = millis < 1000L * job.limits().videoSeconds();
        return frames < job.limits().frames() && inTime;
    }

    private void show(AVFrame frame) throws AvException {
        if (sink == null) {
            sink = new VideoSink(
                    Path.of(job.folder()), frame.width(), frame.height(), orientation, RATE, Scaler.matrix(frame), 0);
            white.show(sink, java.util.Objects.requireNonNull(held), 0);
        }
        white.show(sink, frame, millis);
    }

    /** Ends it, and answers. */
    MediaReply finish() throws Refusal, AvException {
        if (first == null) {
            throw Refusal.truncated(job.sniffed());
        }
        List<Output> proxies = new ArrayList<>();
        if (sink != null) {
            sink.finish(millis);
            proxies.add(new Output(VideoSink.NAME, sink.width(), sink.height()));
        }
        return ImageReply.moving(first, frames, millis, proxies);
    }

    @Override
    public void close() {
        white.close();
        if (held != null) {
            av_frame_free(held);
        }
        if (sink != null) {
            sink.close();
        }
    }
}
