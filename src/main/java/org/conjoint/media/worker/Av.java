package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What every use of FFmpeg's libraries needs: checked return codes and frames. */
final class Av {
    /** The native libraries' errors, with their text. */
    static final class AvException extends Exception {
        private static final long serialVersionUID = 1L;
        final int code;

        AvException(String what, int code) {
            super(what + ": " + text(code), null, false, false);
            this.code = code;
        }
    }

    private Av() {}

    /** Passes non-negative return codes on. */
    static int check(int code, String what) throws AvException {
        if (code < 0) {
            throw new AvException(what, code);
        }
        return code;
    }

    static boolean again(int code) {
        return code == AVERROR_EAGAIN() || code == AVERROR_EOF;
    }

    static String text(int code) {
        byte[] buffer = new byte[128];
        av_strerror(code, buffer, buffer.length);
        return string(buffer);
    }

    /** The text before the first zero. */
    static String string(byte[] buffer) {
        int end = 0;
        while (end < buffer.length && buffer[end] != 0) {
            end++;
        }
        return new String(buffer, 0, end, StandardCharsets.UTF_8);
    }

    /** A new picture with memory of its own, in the colours WebP and the video proxy use: BT.601, limited range. */
    static AVFrame picture(int width, int height, int format) throws AvException {
        AVFrame frame = av_frame_alloc();
        frame.width(width);
        frame.height(height);
        frame.format(format);
        frame.colorspace(AVCOL_SPC_SMPTE170M);
        frame.color_range(AVCOL_RANGE_MPEG);
        int code = av_frame_get_buffer(frame, 0);
        if (code < 0) {
            av_frame_free(frame);
            throw new AvException("allocate a picture", code);
        }
        return frame;
    }

    /** The bytes of one plane. */
    static ByteBuffer plane(AVFrame frame, int plane, int rows) {
        return frame.data(plane).capacity((long) frame.linesize(plane) * rows).asByteBuffer();
    }
}
