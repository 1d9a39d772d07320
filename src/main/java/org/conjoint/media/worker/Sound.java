package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.conjoint.media.MediaKind;
import org.conjoint.media.worker.Av.AvException;

/** Files that are sound alone; covers do not make them videos. */
final class Sound {

    private Sound() {}

    static MediaReply decode(Source source, AVStream stream) throws Refusal, AvException, IOException {
        try (var sink = new SoundSink(source.job, false, null);
                var decoding = new Decoding(source)) {
            decoding.add(stream, frame -> {
                frame.pts(AV_NOPTS_VALUE);
                return sink.put(frame);
            });
            decoding.run();
            var outputs = sink.finish();
            if (!sink.heard()) {
                throw Refusal.truncated(source.job.sniffed());
            }
            return new MediaReply.Decoded(
                    MediaKind.AUDIO, null, null, null, sink.durationMillis(), sink.loudness(), null, true, outputs);
        }
    }

    /** What the headers say. */
    static MediaReply probed(Source source) {
        long micros = source.format.duration();
        return new MediaReply.Decoded(
                MediaKind.AUDIO, null, null, null, Math.max(0, micros / 1000), null, null, true, List.of());
    }
}
