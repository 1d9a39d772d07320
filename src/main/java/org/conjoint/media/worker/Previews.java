package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.conjoint.media.worker.MediaReply.Output;
import org.jspecify.annotations.Nullable;

/**
 * Upright previews of one picture, each made from the next larger one. A size is left out when the picture already fits
 * into the one below it.
 */
final class Previews {
    private final Scaler scaler = new Scaler(Scaler.Use.PICTURE);
    private final List<Output> outputs = new ArrayList<>();
    private @Nullable Long hash;

    /** Makes them; the picture stays the caller's. */
    static Previews of(AVFrame picture, Orientation orientation, List<Integer> sizes, Path folder, boolean hashed)
            throws AvException, IOException {
        var previews = new Previews();
        try {
            previews.make(picture, orientation, sizes, folder, hashed);
        } finally {
            previews.scaler.close();
        }
        return previews;
    }

    List<Output> outputs() {
        return outputs;
    }

    @Nullable Long hash() {
        return hash;
    }

    private void make(AVFrame picture, Orientation orientation, List<Integer> sizes, Path folder, boolean hashed)
            throws AvException, IOException {
        int longest = Math.max(picture.width(), picture.height());
        int wanted = sizes.size();
        while (wanted > 1 && longest <= sizes.get(wanted - 2)) {
            wanted--;
        }
        var format = Scaler.previewFormat(picture.format());
        AVFrame current = av_frame_clone(picture);
        try {
            for (int i = wanted - 1; i >= 0; i--) {
                int size = sizes.get(i);
                var fit = Fit.within(current.width(), current.height(), size);
                current = replace(current, scaler.scale(current, fit.width(), fit.height(), format));
                if (i == wanted - 1 && orientation != Orientation.UPRIGHT) {
                    current = replace(current, Filters.upright(current, orientation));
                }
                var name = "preview-%d.webp".formatted(size);
                WebP.write(current, folder.resolve(name));
                outputs.add(new Output(name, current.width(), current.height()));
            }
            if (hashed) {
                hash = PerceptualHash.of(current);
            }
        } finally {
            av_frame_free(current);
        }
    }

    private static AVFrame replace(AVFrame old, AVFrame fresh) {
        av_frame_free(old);
        return fresh;
    }
}
