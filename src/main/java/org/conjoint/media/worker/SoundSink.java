package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.MediaReply.Output;
import org.jspecify.annotations.Nullable;

/**
 * Decoded sound on its way to the canonical proxy, in one pass: resampled only where the rate is unusual, mixed down to
 * at most two channels, measured (EBU R 128, by FFmpeg's ebur128), encoded as FLAC in MP4, and
 * reduced to peaks.
 */
final class SoundSink implements AutoCloseable {
    private static final List<Integer> RATES = List.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000);
    private static final String NAME = "audio.mp4";
    private static final int BLOCK = 4096;

    private final MediaJob job;
    private final boolean onClock;
    private final @Nullable Listener listener;
    private @Nullable Format input;
    private @Nullable Format output;
    private @Nullable Filters filters;
    private @Nullable OutputFile file;
    private @Nullable Encoder flac;
    private @Nullable Peaks peaks;
    private long measured;
    private long blocks;
    private double loudness = Double.NaN;

    /** Rate in hertz, and what FFmpeg calls sample format and channels. */
    record Format(int rate, int sampleFormat, int channels, String layout) {
        static Format of(AVFrame frame) {
            int channels = Math.max(1, frame.ch_layout().nb_channels());
            byte[] name = new byte[128];
            av_channel_layout_describe(frame.ch_layout(), name, name.length);
            var layout = Av.string(name);
            boolean named = !layout.isEmpty() && !layout.contains("channels");
            return new Format(frame.sample_rate(), frame.format(), channels, named ? layout : channels + "c");
        }
    }

    /** Also wants the canonical samples: interleaved, 16 bits. */
    interface Listener {
        void begin(int rate, int channels) throws AvException;

        void samples(AVFrame frame) throws AvException;
    }

    /**
     * @param onClock whether time stamps count, so that gaps become silence, as beside a picture
     * @param listener takes the same samples
     */
    SoundSink(MediaJob job, boolean onClock, @Nullable Listener listener) {
        this.job = job;
        this.onClock = onClock;
        this.listener = listener;
    }

    /** Adds a decoded frame, which stays the caller's; its time stamp counts samples. */
    boolean put(AVFrame frame) throws AvException, IOException, Refusal {
        if (frame.nb_samples() == 0 || frame.sample_rate() <= 0) {
            return true;
        }
        var format = Format.of(frame);
        if (!format.equals(input)) {
            drain();
            input = format;
            filters = new Filters(description(format, target(format)), "abuffer");
        }
        Objects.requireNonNull(filters).put(frame);
        pull();
        if (durationMillis() > 1000L * limitSeconds()) {
            throw Refusal.tooLong(limitSeconds());
        }
        return true;
    }

    private int limitSeconds() {
        return onClock ? job.limits().videoSeconds() : job.limits().soundSeconds();
    }

    private Format target(Format format) throws AvException {
        if (output == null) {
            int rate = RATES.contains(format.rate()) ? format.rate() : 48000;
            int channels = Math.min(2, format.channels());
            output = new Format(rate, AV_SAMPLE_FMT_S16, channels, channels == 1 ? "mono" : "stereo");
            peaks = new Peaks(rate, channels);
            if (job.extent() == MediaJob.Extent.ALL) {
                openFlac(output);
            }
            if (listener != null) {
                listener.begin(rate, channels);
            }
        }
        return output;
    }

    private void openFlac(Format format) throws AvException {
        file = new OutputFile(Path.of(job.folder()).resolve(NAME), "mp4");
        flac = new Encoder(file, "flac");
        flac.context.sample_rate(format.rate());
        flac.context.sample_fmt(format.sampleFormat());
        flac.context.time_base(av_make_q(1, format.rate()));
        av_channel_layout_default(flac.context.ch_layout(), format.channels());
        flac.context.frame_size(BLOCK);
        flac.context.compression_level(2);
        flac.open();
        file.begin("movflags", "+faststart", "strict", "experimental");
    }

    private String description(Format from, Format to) {
        var chain = new StringBuilder("abuffer@in=time_base=1/%d:sample_rate=%d:sample_fmt=%d:channel_layout=%s"
                .formatted(from.rate(), from.rate(), from.sampleFormat(), from.layout()));
        if (onClock) {
            chain.append(",aresample=async=1000:first_pts=0");
        }
        if (job.extent() == MediaJob.Extent.ALL) {
            chain.append(",aformat=channel_layouts=").append(to.layout());
            chain.append(",ebur128@loudness=framelog=quiet:peak=none");
        }
        chain.append(",aformat=sample_fmts=s16:sample_rates=%d:channel_layouts=%s".formatted(to.rate(), to.layout()));
        if (flac != null) {
            chain.append(",asetnsamples=n=%d:p=0".formatted(flac.context.frame_size()));
        }
        return chain.append(",abuffersink@out").toString();
    }

    private void pull() throws AvException {
        var to = Objects.requireNonNull(output);
        while (true) {
            AVFrame frame = Objects.requireNonNull(filters).take();
            if (frame == null) {
                return;
            }
            try {
                take(frame, to);
            } finally {
                av_frame_free(frame);
            }
        }
    }

    private void take(AVFrame frame, Format to) throws AvException {
        var sink = Objects.requireNonNull(peaks);
        frame.pts(sink.samples());
        ShortBuffer samples = frame.data(0)
                .capacity(2L * frame.nb_samples() * to.channels())
                .asByteBuffer()
                .order(java.nio.ByteOrder.nativeOrder())
                .asShortBuffer();
        sink.add(samples);
        if (flac != null) {
            flac.put(frame);
        }
        if (listener != null) {
            listener.samples(frame);
        }
        blocks += frame.nb_samples();
    }

    private void drain() throws AvException {
        if (filters == null) {
            return;
        }
        filters.put(null);
        pull();
        if (job.extent() == MediaJob.Extent.ALL && blocks > measured) {
            measured = blocks;
            double[] value = new double[1];
            if (av_opt_get_double(filters.filter("ebur128@loudness").priv(), "integrated", 0, value) >= 0) {
                loudness = value[0];
            }
        }
        blocks = 0;
        filters.close();
        filters = null;
    }

    /** Ends the files. */
    List<Output> finish() throws AvException, IOException {
        drain();
        if (peaks == null || peaks.samples() == 0) {
            return List.of();
        }
        var folder = Path.of(job.folder());
        peaks.write(folder.resolve("peaks.json"), folder.resolve("peaks.dat"));
        var written = List.of(output("peaks.json"), output("peaks.dat"));
        if (flac == null || file == null) {
            return written;
        }
        flac.put(null);
        file.end();
        return List.of(output(NAME), written.get(0), written.get(1));
    }

    private static Output output(String name) {
        return new Output(name, null, null);
    }

    /** Milliseconds of canonical sound so far. */
    long durationMillis() {
        return peaks == null ? 0 : peaks.durationMillis();
    }

    boolean heard() {
        return peaks != null && peaks.samples() > 0;
    }

    /** Integrated loudness in LUFS; null where the gate of EBU R 128 lets nothing pass. */
    @Nullable Double loudness() {
        return Double.isNaN(loudness) || loudness <= -70 ? null : Math.round(loudness * 100) / 100.0;
    }

    @Override
    public void close() {
        if (filters != null) {
            filters.close();
        }
        if (flac != null) {
            flac.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
