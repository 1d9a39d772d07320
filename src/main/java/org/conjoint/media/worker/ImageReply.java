package org.conjoint.media.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.MediaKind;
import org.conjoint.media.worker.Av.AvException;

/** Answers about images. */
final class ImageReply {

    private ImageReply() {}

    /** From a header alone. */
    static MediaReply probed(int width, int height, Orientation orientation, int frames) {
        return reply(width, height, orientation, frames, null, null, List.of());
    }

    /** From a decoded picture, whose size may be a fraction of the original's. */
    static MediaReply.Decoded of(
            MediaJob job, AVFrame picture, Orientation orientation, int width, int height, int frames)
            throws AvException, IOException {
        if (job.extent() == MediaJob.Extent.PROBE) {
            return reply(width, height, orientation, frames, null, null, List.of());
        }
        boolean hashed = job.extent() == MediaJob.Extent.ALL;
        var previews = Previews.of(picture, orientation, job.previews(), Path.of(job.folder()), hashed);
        return reply(width, height, orientation, frames, null, previews.hash(), previews.outputs());
    }

    /** The same with what a moving image has besides: its number of pictures, its duration and its proxy. */
    static MediaReply.Decoded moving(
            MediaReply.Decoded first, int frames, long durationMillis, List<MediaReply.Output> proxies) {
        var outputs = new ArrayList<>(first.outputs());
        outputs.addAll(proxies);
        return new MediaReply.Decoded(
                MediaKind.IMAGE,
                first.width(),
                first.height(),
                frames,
                frames > 1 ? durationMillis : null,
                null,
                first.perceptualHash(),
                false,
                outputs);
    }

    private static MediaReply.Decoded reply(
            int width,
            int height,
            Orientation orientation,
            int frames,
            @org.jspecify.annotations.Nullable Long durationMillis,
            @org.jspecify.annotations.Nullable Long hash,
            List<MediaReply.Output> outputs) {
        boolean swaps = orientation.swaps;
        return new MediaReply.Decoded(
                MediaKind.IMAGE,
                swaps ? height : width,
                swaps ? width : height,
                frames,
                durationMillis,
                null,
                hash,
                false,
                outputs);
    }
}
