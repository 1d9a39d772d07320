package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.conjoint.media.MediaKind;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.MediaReply.Output;
import org.jspecify.annotations.Nullable;

/** Files with moving pictures: proxy, poster, cuts, and their sound, all from one pass. */
final class Video implements AutoCloseable {
    private final Source source;
    private final AVStream stream;
    private final @Nullable AVStream soundStream;
    private final Orientation orientation;
    private final SceneCuts cuts = new SceneCuts();
    private final Poster poster = new Poster();
    private final long start;
    private @Nullable VideoSink sink;
    private @Nullable SoundSink sound;
    private int frames;
    private int width;
    private int height;
    private long lastMillis = -1;
    private long endMillis;

    private Video(Source source, AVStream stream, @Nullable AVStream soundStream) {
        this.source = source;
        this.stream = stream;
        this.soundStream = soundStream;
        this.orientation = orientation(stream.codecpar());
        this.start = source.format.start_time() == AV_NOPTS_VALUE ? 0 : source.format.start_time();
    }

    /** Decodes a video; without one decodable picture, its sound alone. */
    static MediaReply decode(Source source, AVStream stream, @Nullable AVStream sound)
            throws Refusal, AvException, IOException {
        try (var video = new Video(source, stream, sound)) {
            return source.job.extent() == MediaJob.Extent.PROBE ? video.probed() : video.run();
        }
    }

    static Orientation orientation(AVCodecParameters parameters) {
        var matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        return matrix == null || matrix.isNull()
                ? Orientation.UPRIGHT
                : Orientation.ofMatrix(new IntPointer(matrix.data()));
    }

    private MediaReply probed() throws Refusal {
        var parameters = stream.codecpar();
        source.checkPixels(parameters.width(), parameters.height());
        width = parameters.width();
        height = parameters.height();
        return reply(Math.max(0, source.format.duration() / 1000), null, null, List.of());
    }

    private MediaReply run() throws Refusal, AvException, IOException {
        sink = open();
        try (var decoding = new Decoding(source)) {
            decoding.add(stream, this::picture);
            if (soundStream != null) {
                sound = new SoundSink(source.job, true, sink);
                decoding.add(soundStream, this::sound);
            }
            decoding.run();
        }
        var outputs = new ArrayList<Output>();
        long soundMillis = 0;
        if (sound != null) {
            outputs.addAll(sound.finish());
            soundMillis = sound.durationMillis();
        }
        if (frames == 0) {
            return withoutPicture(outputs);
        }
        long millis = Math.max(endMillis, soundMillis);
        sink.finish(millis);
        var folder = Path.of(source.job.folder());
        outputs.add(new Output(VideoSink.NAME, sink.width(), sink.height()));
        outputs.add(poster.write(folder));
        Files.writeString(folder.resolve("scenes.json"), cuts.json());
        outputs.add(new Output("scenes.json", null, null));
        return reply(millis, sound == null ? null : sound.loudness(), poster.hash(), outputs);
    }

    private MediaReply withoutPicture(List<Output> outputs) throws Refusal {
        if (sound == null || !sound.heard()) {
            throw Refusal.truncated(source.job.sniffed());
        }
        return new MediaReply.Decoded(
                MediaKind.AUDIO, null, null, null, sound.durationMillis(), sound.loudness(), null, true, outputs);
    }

    private MediaReply reply(long millis, @Nullable Double loudness, @Nullable Long hash, List<Output> outputs) {
        boolean heard =
                source.job.extent() == MediaJob.Extent.PROBE ? soundStream != null : sound != null && sound.heard();
        return new MediaReply.Decoded(
                MediaKind.VIDEO,
                orientation.swaps ? height : width,
                orientation.swaps ? width : height,
                frames > 0 ? frames : null,
                millis,
                loudness,
                hash,
                heard,
                outputs);
    }

    private boolean picture(AVFrame frame) throws AvException, Refusal {
        long millis = millis(frame, stream);
        if (millis > 1000L * source.job.limits().videoSeconds()) {
            throw Refusal.tooLong(source.job.limits().videoSeconds());
        }
        if (frames++ == 0) {
            source.checkPixels(frame.width(), frame.height());
            width = frame.width();
            height = frame.height();
        }
        if (millis <= lastMillis) {
            millis = lastMillis + 1;
        }
        lastMillis = millis;
        endMillis = millis + duration(frame);
        var proxy = java.util.Objects.requireNonNull(sink).put(frame, millis);
        poster.offer(proxy, cuts.look(proxy, millis), millis);
        return true;
    }

    private VideoSink open() throws AvException {
        var parameters = stream.codecpar();
        var aspect = av_guess_sample_aspect_ratio(source.format, stream, null);
        double stretch = aspect.num() > 0 && aspect.den() > 0 ? (double) aspect.num() / aspect.den() : 1;
        long shown = Math.clamp(Math.round(parameters.width() * stretch), 1, 4L * parameters.width());
        int channels = soundStream == null
                ? 0
                : Math.max(1, soundStream.codecpar().ch_layout().nb_channels());
        return new VideoSink(
                Path.of(source.job.folder()),
                (int) shown,
                parameters.height(),
                orientation,
                PictureRate.of(stream),
                colours(),
                channels);
    }

    /** The matrix of the stream; where it does not say, the one its height suggests. */
    private int colours() {
        int said = stream.codecpar().color_space();
        if (said != AVCOL_SPC_UNSPECIFIED && said != AVCOL_SPC_RGB) {
            return said;
        }
        return stream.codecpar().height() > 576 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }

    private boolean sound(AVFrame frame) throws AvException, IOException, Refusal {
        var base = java.util.Objects.requireNonNull(soundStream).time_base();
        long pts = frame.best_effort_timestamp();
        if (pts != AV_NOPTS_VALUE) {
            long micros = av_rescale_q(pts, base, av_make_q(1, 1_000_000)) - start;
            frame.pts(av_rescale_q(Math.max(0, micros), av_make_q(1, 1_000_000), av_make_q(1, frame.sample_rate())));
        }
        return java.util.Objects.requireNonNull(sound).put(frame);
    }

    private long millis(AVFrame frame, AVStream stream) {
        long pts = frame.best_effort_timestamp();
        if (pts == AV_NOPTS_VALUE) {
            return Math.max(endMillis, lastMillis + 1);
        }
        return Math.max(0, (av_rescale_q(pts, stream.time_base(), av_make_q(1, 1_000_000)) - start) / 1000);
    }

    private long duration(AVFrame frame) {
        long duration = av_rescale_q(frame.duration(), stream.time_base(), av_make_q(1, 1000));
        return duration > 0 && duration < 10_000 ? duration : 40;
    }

    @Override
    public void close() {
        cuts.close();
        poster.close();
        if (sound != null) {
            sound.close();
        }
        if (sink != null) {
            sink.close();
        }
    }
}
