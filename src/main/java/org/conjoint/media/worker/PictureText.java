package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.TextLine;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.ocr.Tesseract;

/** Reads the text of a preview: FFmpeg decodes it, Tesseract reads its brightness. */
final class PictureText {

    private PictureText() {}

    static MediaReply read(TextJob job) throws IOException {
        var reading =
                new MediaJob(job.original(), job.folder(), "image/webp", job.limits(), List.of(), MediaJob.Extent.LOOK);
        try (var source = Source.open(reading)) {
            source.inspect();
            var stream = source.best(AVMEDIA_TYPE_VIDEO);
            if (stream == null) {
                throw Refusal.unreadable("image/webp");
            }
            try (var text = new Reading(job);
                    var decoding = new Decoding(source)) {
                decoding.add(stream, text);
                decoding.run();
                return new MediaReply.Read(Tesseract.name(), text.lines);
            }
        } catch (Refusal e) {
            return e.reply();
        } catch (AvException e) {
            return new MediaReply.Refused("unreadable", "The text could not be read (%s).".formatted(e.getMessage()));
        }
    }

    /** Takes the one picture. */
    private static final class Reading implements Decoding.Taker, AutoCloseable {
        private final TextJob job;
        private final Scaler scaler = new Scaler(Scaler.Use.PICTURE);
        private List<TextLine> lines = List.of();

        Reading(TextJob job) {
            this.job = job;
        }

        @Override
        public boolean take(AVFrame frame) throws AvException, IOException {
            AVFrame grey = scaler.scale(frame, frame.width(), frame.height(), AV_PIX_FMT_GRAY8);
            try {
                var pixels = Av.plane(grey, 0, grey.height());
                var page = new Tesseract.Page(pixels, grey.width(), grey.height(), grey.linesize(0));
                lines = Tesseract.read(page, job.data(), job.languages());
            } finally {
                av_frame_free(grey);
            }
            return false;
        }

        @Override
        public void close() {
            scaler.close();
        }
    }
}
