package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the video proxy: H.264 (OpenH264) at a constant rate with a key frame each second, AAC where there is sound,
 * in an MP4 whose index stands at its front.
 */
final class VideoSink implements AutoCloseable, SoundSink.Listener {
    static final String NAME = "video.mp4";
    private static final int LONGEST = 1280;
    private static final double BITS_PER_PIXEL = 0.12;

    private static final int HERTZ = 48000;

    private final OutputFile file;
    private final Encoder video;
    private final @Nullable Encoder aac;
    private final Scaler scaler = new Scaler(Scaler.Use.VIDEO);
    private final Orientation orientation;
    private final PictureRate rate;
    private @Nullable Filters resampler;
    private @Nullable AVFrame held;
    private long next;
    private long sounded;

    /**
     * @param width of the stored picture with square pixels
     * @param height of the stored picture
     * @param rate of the proxy
     * @param colours FFmpeg's number of the matrix between brightness and colours
     * @param channels of sound that may follow; 0 for none
     */
    VideoSink(Path folder, int width, int height, Orientation orientation, PictureRate rate, int colours, int channels)
            throws AvException {
        this.orientation = orientation;
        this.rate = rate;
        boolean swaps = orientation.swaps;
        var size = Fit.within(swaps ? height : width, swaps ? width : height, LONGEST)
                .forVideo();
        file = new OutputFile(folder.resolve(NAME), "mp4");
        video = video(size, colours);
        aac = channels > 0 ? sound(Math.min(2, channels)) : null;
        file.begin("movflags", "+faststart");
    }

    private Encoder video(Fit size, int colours) throws AvException {
        var encoder = new Encoder(file, "libopenh264");
        encoder.context.width(size.width());
        encoder.context.height(size.height());
        encoder.context.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.context.time_base(av_make_q(rate.seconds(), rate.pictures()));
        encoder.context.framerate(av_make_q(rate.pictures(), rate.seconds()));
        encoder.context.gop_size(rate.inOneSecond());
        encoder.context.colorspace(colours);
        encoder.context.color_range(AVCOL_RANGE_MPEG);
        encoder.context.bit_rate(Math.clamp(
                (long) (size.width() * size.height() * rate.perSecond() * BITS_PER_PIXEL), 200_000, 4_000_000));
        encoder.open("allow_skip_frames", "0");
        return encoder;
    }

    private Encoder sound(int channels) throws AvException {
        var encoder = new Encoder(file, "aac");
        encoder.context.sample_rate(HERTZ);
        encoder.context.sample_fmt(AV_SAMPLE_FMT_FLTP);
        encoder.context.time_base(av_make_q(1, HERTZ));
        encoder.context.bit_rate(96_000L * channels);
        av_channel_layout_default(encoder.context.ch_layout(), channels);
        encoder.open();
        return encoder;
    }

    int width() {
        return video.context.width();
    }

    int height() {
        return video.context.height();
    }

    @Override
    public void begin(int hertz, int channels) throws AvException {
        var encoder = Objects.requireNonNull(aac);
        resampler = new Filters(
                ("abuffer@in=time_base=1/%d:sample_rate=%d:sample_fmt=s16:channel_layout=%s,"
                                + "aformat=sample_fmts=fltp:sample_rates=%d:channel_layouts=%s,"
                                + "asetnsamples=n=%d:p=0,abuffersink@out")
                        .formatted(
                                hertz,
                                hertz,
                                channels == 1 ? "mono" : "stereo",
                                HERTZ,
                                encoder.context.ch_layout().nb_channels() == 1 ? "mono" : "stereo",
                                encoder.context.frame_size()),
                "abuffer");
    }

    @Override
    public void samples(AVFrame frame) throws AvException {
        Objects.requireNonNull(resampler).put(frame);
        encodeSound();
    }

    private void encodeSound() throws AvException {
        var encoder = Objects.requireNonNull(aac);
        AVFrame frame = Objects.requireNonNull(resampler).take();
        while (frame != null) {
            frame.pts(sounded);
            sounded += frame.nb_samples();
            encoder.put(frame);
            av_frame_free(frame);
            frame = resampler.take();
        }
    }

    /** Shows this picture from a time on, until the next one; it stays the caller's. Returns the proxy's picture. */
    AVFrame put(AVFrame picture, long millis) throws AvException {
        show(millis);
        AVFrame scaled = scale(picture);
        if (held != null) {
            av_frame_free(held);
        }
        held = scaled;
        return scaled;
    }

    private AVFrame scale(AVFrame picture) throws AvException {
        boolean swaps = orientation.swaps;
        int width = swaps ? height() : width();
        int height = swaps ? width() : height();
        AVFrame scaled = scaler.scale(picture, width, height, AV_PIX_FMT_YUV420P);
        if (orientation == Orientation.UPRIGHT) {
            return scaled;
        }
        try {
            return Filters.upright(scaled, orientation);
        } finally {
            av_frame_free(scaled);
        }
    }

    /** Repeats the held picture up to a time: each picture of the proxy is the one that is due in its middle. */
    private void show(long millis) throws AvException {
        while (held != null && rate.middle(next) < millis) {
            repeat(held);
        }
    }

    private void repeat(AVFrame picture) throws AvException {
        picture.pts(next++);
        picture.pict_type(AV_PICTURE_TYPE_NONE);
        video.put(picture);
    }

    /** Shows the last picture until then and ends the file. */
    void finish(long millis) throws AvException {
        show(millis);
        if (held != null && (next == 0 || rate.begins(next) < millis - 1)) {
            repeat(held);
        }
        video.put(null);
        if (aac != null && resampler != null) {
            resampler.put(null);
            encodeSound();
            aac.put(null);
        }
        file.end();
    }

    @Override
    public void close() {
        if (held != null) {
            av_frame_free(held);
        }
        if (resampler != null) {
            resampler.close();
        }
        if (aac != null) {
            aac.close();
        }
        video.close();
        scaler.close();
        file.close();
    }
}
