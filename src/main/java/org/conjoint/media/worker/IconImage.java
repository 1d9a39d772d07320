package org.conjoint.media.worker;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.conjoint.media.worker.Av.AvException;

/** Icons: of the pictures in the file, the largest. */
final class IconImage {

    private IconImage() {}

    static MediaReply decode(Source source) throws Refusal, AvException, IOException {
        AVStream largest = source.format.streams(0);
        for (int i = 1; i < source.format.nb_streams(); i++) {
            var stream = source.format.streams(i);
            if (stream.codecpar().width() > largest.codecpar().width()) {
                largest = stream;
            }
        }
        return StillImage.cut(source, largest, Orientation.UPRIGHT);
    }
}
