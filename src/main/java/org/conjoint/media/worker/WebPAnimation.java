package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;

/**
 * Animated WebP, which FFmpeg does not read: each animation frame is handed to its WebP decoder as a file of its own and
 * put on the canvas here.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container specification</a>
 */
final class WebPAnimation implements AutoCloseable {
    private static final int ANMF = 0x464D4E41;
    private static final int ALPH = 0x48504C41;
    private static final int FRAME_HEADER = 16;

    private final Source source;
    private final Scaler scaler = new Scaler(Scaler.Use.PICTURE);
    private final AVFrame canvas;

    private WebPAnimation(Source source, ImageHeader header) throws AvException {
        this.source = source;
        this.canvas = Av.picture(header.width(), header.height(), AV_PIX_FMT_BGRA);
        canvas.colorspace(AVCOL_SPC_RGB);
        canvas.color_range(AVCOL_RANGE_JPEG);
        clear(0, 0, header.width(), header.height());
    }

    static MediaReply decode(Source source, ByteBuffer file, ImageHeader header)
            throws Refusal, AvException, IOException {
        if (source.job.extent() == MediaJob.Extent.PROBE) {
            return ImageReply.probed(header.width(), header.height(), header.orientation(), 1);
        }
        try (var animation = new WebPAnimation(source, header);
                var image = new MovingImage(source.job, header.orientation())) {
            animation.play(file.duplicate().order(ByteOrder.LITTLE_ENDIAN), image);
            return image.finish();
        }
    }

    private void play(ByteBuffer file, MovingImage image) throws Refusal, AvException, IOException {
        int at = 12;
        boolean more = true;
        while (more && at + 8 + FRAME_HEADER <= file.limit()) {
            int length = file.getInt(at + 4);
            if (length < 0 || length > file.limit() - at - 8) {
                break;
            }
            if (file.getInt(at) == ANMF && length > FRAME_HEADER) {
                more = frame(file, at + 8, length, image);
            }
            at += 8 + length + (length & 1);
        }
    }

    private boolean frame(ByteBuffer file, int at, int length, MovingImage image)
            throws Refusal, AvException, IOException {
        MediaWorker.progress();
        int left = 2 * (file.getInt(at) & 0xFFFFFF);
        int top = 2 * (file.getInt(at + 3) & 0xFFFFFF);
        int width = 1 + (file.getInt(at + 6) & 0xFFFFFF);
        int height = 1 + (file.getInt(at + 9) & 0xFFFFFF);
        long duration = file.getInt(at + 12) & 0xFFFFFF;
        int flags = file.get(at + 15);
        if (left + width > canvas.width() || top + height > canvas.height()) {
            throw Refusal.unreadable(source.job.sniffed());
        }
        AVFrame picture = picture(file.slice(at + FRAME_HEADER, length - FRAME_HEADER), width, height);
        draw(picture, left, top, (flags & 2) == 0);
        av_frame_free(picture);
        boolean more = image.put(canvas, duration > 0 ? duration : 100);
        if ((flags & 1) != 0) {
            clear(left, top, width, height);
        }
        return more;
    }

    /** Decodes one animation frame's chunks by writing a container around them. */
    private AVFrame picture(ByteBuffer chunks, int width, int height) throws Refusal, AvException {
        boolean extended = chunks.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == ALPH;
        int size = 12 + (extended ? 18 : 0) + chunks.remaining();
        AVPacket packet = av_packet_alloc();
        Av.check(av_new_packet(packet, size), "allocate a packet");
        var file = packet.data().capacity(size).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46464952).putInt(size - 8).putInt(0x50424557);
        if (extended) {
            file.putInt(0x58385056).putInt(10).putInt(0x10);
            putSize(file, width - 1);
            putSize(file, height - 1);
        }
        file.put(chunks);
        AVCodecContext decoder = avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_WEBP));
        decoder.thread_count(1);
        decoder.max_pixels(source.job.limits().pixels());
        AVFrame frame = av_frame_alloc();
        try {
            Av.check(avcodec_open2(decoder, decoder.codec(), (AVDictionary) null), "open the decoder");
            StillImage.decode(decoder, packet, frame, source);
            return scaler.scale(frame, width, height, AV_PIX_FMT_BGRA);
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(decoder);
        }
    }

    private static void putSize(ByteBuffer file, int value) {
        file.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private void draw(AVFrame picture, int left, int top, boolean blend) {
        var from = Av.plane(picture, 0, picture.height());
        var to = Av.plane(canvas, 0, canvas.height());
        var source = new byte[4 * picture.width()];
        var target = new byte[source.length];
        for (int y = 0; y < picture.height(); y++) {
            int at = (top + y) * canvas.linesize(0) + 4 * left;
            from.get(y * picture.linesize(0), source);
            to.get(at, target);
            for (int x = 0; x < source.length; x += 4) {
                over(source, target, x, blend);
            }
            to.put(at, target);
        }
    }

    /** Colours as in the specification's alpha-blending section. */
    private static void over(byte[] source, byte[] target, int x, boolean blend) {
        int opacity = source[x + 3] & 0xFF;
        if (!blend || opacity == 255) {
            System.arraycopy(source, x, target, x, 4);
        } else if (opacity > 0) {
            int below = (target[x + 3] & 0xFF) * (255 - opacity) / 255;
            int sum = opacity + below;
            for (int i = 0; i < 3; i++) {
                target[x + i] = (byte) (((source[x + i] & 0xFF) * opacity + (target[x + i] & 0xFF) * below) / sum);
            }
            target[x + 3] = (byte) sum;
        }
    }

    private void clear(int left, int top, int width, int height) {
        var plane = Av.plane(canvas, 0, canvas.height());
        var nothing = new byte[4 * width];
        for (int y = top; y < top + height; y++) {
            plane.put(y * canvas.linesize(0) + 4 * left, nothing);
        }
    }

    @Override
    public void close() {
        av_frame_free(canvas);
        scaler.close();
    }
}
