package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;

/** Puts pictures with transparent pixels on white, for video, which has no transparency. */
final class OnWhite implements AutoCloseable {
    private final Scaler scaler = new Scaler(Scaler.Use.PICTURE);

    /** Hands a picture, which stays the caller's, to a proxy. */
    void show(VideoSink sink, AVFrame picture, long millis) throws AvException {
        if (!Scaler.hasAlpha(picture.format())) {
            sink.put(picture, millis);
            return;
        }
        AVFrame copy = scaler.scale(picture, picture.width(), picture.height(), AV_PIX_FMT_BGRA);
        blend(copy);
        sink.put(copy, millis);
        av_frame_free(copy);
    }

    private static void blend(AVFrame picture) {
        int width = picture.width();
        var row = new byte[4 * width];
        var plane = Av.plane(picture, 0, picture.height());
        for (int y = 0; y < picture.height(); y++) {
            int at = y * picture.linesize(0);
            plane.get(at, row);
            for (int x = 0; x < row.length; x += 4) {
                int opacity = row[x + 3] & 0xFF;
                if (opacity < 255) {
                    for (int i = 0; i < 3; i++) {
                        row[x + i] = (byte) (((row[x + i] & 0xFF) * opacity + 255 * (255 - opacity)) / 255);
                    }
                    row[x + 3] = (byte) 255;
                }
            }
            plane.put(at, row);
        }
    }

    @Override
    public void close() {
        scaler.close();
    }
}
