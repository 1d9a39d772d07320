package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_img_hash.PHash;

/** OpenCV's PHash (after Zauner, 2010): 64 signs of the lowest cosine frequencies of the picture's brightness. */
final class PerceptualHash {
    private static final int WHITE = 235;

    private PerceptualHash() {}

    /** Loads the libraries, which takes seconds the first time, before a job is waiting. */
    static void load() {
        PHash.create().close();
    }

    /** Of a planar YUV picture; transparent pixels count as white. */
    static long of(AVFrame picture) {
        int width = picture.width();
        int height = picture.height();
        var grey = new byte[width * height];
        var luma = Av.plane(picture, 0, height);
        for (int y = 0; y < height; y++) {
            luma.get(y * picture.linesize(0), grey, y * width, width);
        }
        if (picture.format() == AV_PIX_FMT_YUVA420P) {
            onWhite(grey, Av.plane(picture, 3, height), picture.linesize(3), width, height);
        }
        try (var image = new Mat(height, width, CV_8UC1);
                var hash = new Mat();
                var algorithm = PHash.create()) {
            image.data().put(grey);
            algorithm.compute(image, hash);
            var bytes = new byte[8];
            hash.data().get(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).getLong();
        }
    }

    private static void onWhite(byte[] grey, ByteBuffer alpha, int stride, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int opacity = alpha.get(y * stride + x) & 0xFF;
                int brightness = grey[y * width + x] & 0xFF;
                grey[y * width + x] = (byte) ((brightness * opacity + WHITE * (255 - opacity)) / 255);
            }
        }
    }
}
