package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.DerivativeKind;
import org.conjoint.media.SpectrogramScale;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sound: windows each 10 ms, the middle of the first at 5 ms; a column shows the most that any of its windows has
 * in a band.
 */
final class Spectrogram implements AutoCloseable {
    private static final int STEP = Spectrum.HERTZ * SpectrogramScale.STEP_MILLIS / 1000;
    private static final int BEFORE = (Spectrum.WINDOW - STEP) / 2;

    private final SpectrogramJob job;
    private final SpectrogramScale scale;
    private final Spectrum spectrum = new Spectrum();
    private final double[] bands = new double[SpectrogramScale.ROWS];
    private final byte[] grey;
    private final float[] waiting = new float[Spectrum.WINDOW + (1 << 16)];
    private int filled = BEFORE;
    private long windows;
    private @Nullable Filters filters;

    private Spectrogram(SpectrogramJob job) throws AvException {
        this.job = job;
        this.scale = job.scale();
        this.grey = new byte[SpectrogramScale.ROWS * scale.columns()];
    }

    static MediaReply draw(SpectrogramJob job) throws IOException {
        var reading =
                new MediaJob(job.original(), job.folder(), "audio/mp4", job.limits(), List.of(), MediaJob.Extent.LOOK);
        try (var source = Source.open(reading);
                var drawing = new Spectrogram(job)) {
            source.inspect();
            var stream = source.best(AVMEDIA_TYPE_AUDIO);
            if (stream == null) {
                throw Refusal.unreadable("audio/mp4");
            }
            try (var decoding = new Decoding(source)) {
                decoding.add(stream, drawing::put);
                decoding.run();
            }
            return drawing.finish();
        } catch (Refusal e) {
            return e.reply();
        } catch (AvException e) {
            return new MediaReply.Refused("unreadable", "The sound could not be drawn (%s).".formatted(e.getMessage()));
        }
    }

    private boolean put(AVFrame frame) throws AvException {
        if (filters == null) {
            var format = SoundSink.Format.of(frame);
            filters = new Filters(
                    ("abuffer@in=time_base=1/%d:sample_rate=%d:sample_fmt=%d:channel_layout=%s,"
                                    + "aformat=sample_fmts=flt:sample_rates=%d:channel_layouts=mono,abuffersink@out")
                            .formatted(
                                    format.rate(),
                                    format.rate(),
                                    format.sampleFormat(),
                                    format.layout(),
                                    Spectrum.HERTZ),
                    "abuffer");
        }
        filters.put(frame);
        pull(filters);
        return true;
    }

    private void pull(Filters from) throws AvException {
        AVFrame frame = from.take();
        while (frame != null) {
            int left = frame.nb_samples();
            var samples = frame.data(0).capacity(4L * left).asByteBuffer().order(ByteOrder.nativeOrder());
            while (left > 0) {
                int taken = Math.min(left, waiting.length - filled);
                samples.asFloatBuffer().get(waiting, filled, taken);
                samples.position(samples.position() + 4 * taken);
                filled += taken;
                left -= taken;
                analyse();
            }
            av_frame_free(frame);
            frame = from.take();
        }
    }

    private void analyse() {
        int at = 0;
        while (at + Spectrum.WINDOW <= filled) {
            spectrum.raise(waiting, at, bands);
            at += STEP;
            windows++;
            if (windows * SpectrogramScale.STEP_MILLIS % scale.columnMillis() == 0) {
                endColumn(windows * SpectrogramScale.STEP_MILLIS / scale.columnMillis() - 1);
            }
        }
        System.arraycopy(waiting, at, waiting, 0, filled - at);
        filled -= at;
    }

    private void endColumn(long column) {
        if (column < scale.columns()) {
            for (int row = 0; row < bands.length; row++) {
                double decibels = 10 * Math.log10(Math.max(bands[row], 1e-12));
                double part = 1 - decibels / SpectrogramScale.FLOOR_DB;
                grey[(int) (row * (long) scale.columns() + column)] = (byte) Math.round(255 * Math.clamp(part, 0, 1));
            }
        }
        Arrays.fill(bands, 0);
    }

    private MediaReply finish() throws AvException, IOException {
        if (filters != null) {
            filters.put(null);
            pull(filters);
        }
        int silence = Spectrum.WINDOW;
        Arrays.fill(waiting, filled, filled + silence, 0);
        filled += silence;
        analyse();
        endColumn(windows * SpectrogramScale.STEP_MILLIS / scale.columnMillis());
        AVFrame picture = picture();
        try {
            var name = DerivativeKind.SPECTROGRAM.fileName();
            WebP.write(picture, Path.of(job.folder()).resolve(name));
            return new MediaReply.Made(new MediaReply.Output(name, picture.width(), picture.height()));
        } finally {
            av_frame_free(picture);
        }
    }

    private AVFrame picture() throws AvException {
        AVFrame picture = Av.picture(scale.columns(), SpectrogramScale.ROWS, AV_PIX_FMT_YUV420P);
        for (int plane = 0; plane < 3; plane++) {
            int rows = plane == 0 ? SpectrogramScale.ROWS : SpectrogramScale.ROWS / 2;
            ByteBuffer bytes = Av.plane(picture, plane, rows);
            for (int row = 0; row < rows; row++) {
                int start = row * picture.linesize(plane);
                int width = plane == 0 ? scale.columns() : (scale.columns() + 1) / 2;
                for (int x = 0; x < width; x++) {
                    int value = plane == 0 ? 16 + (grey[row * width + x] & 0xFF) * 219 / 255 : 128;
                    bytes.put(start + x, (byte) value);
                }
            }
        }
        return picture;
    }

    @Override
    public void close() {
        if (filters != null) {
            filters.close();
        }
        spectrum.close();
    }
}
