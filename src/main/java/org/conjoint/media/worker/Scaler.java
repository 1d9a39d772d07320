package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** Resizes pictures and brings them into limited range; keeps its tables between like pictures. */
final class Scaler implements AutoCloseable {

    /** What becomes of colours and detail. */
    enum Use {
        /** BT.601, as WebP has it. */
        PICTURE(SWS_BICUBIC),
        /** The matrix stays the source's. */
        VIDEO(SWS_BICUBIC),
        /** Only rough brightness matters. */
        GLANCE(SWS_FAST_BILINEAR);

        private final int flags;

        Use(int flags) {
            this.flags = flags;
        }
    }

    private final Use use;
    private @Nullable SwsContext context;
    private int key;

    Scaler(Use use) {
        this.use = use;
    }

    /** Whether a picture of this format may have transparent pixels. */
    static boolean hasAlpha(int format) {
        AVPixFmtDescriptor descriptor = av_pix_fmt_desc_get(format);
        return descriptor != null && (descriptor.flags() & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
    }

    /** The format of previews for a picture of this format: with alpha only where there can be any. */
    static int previewFormat(int format) {
        return hasAlpha(format) ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P;
    }

    /** A resized copy, to be freed by the caller. */
    AVFrame scale(AVFrame source, int width, int height, int format) throws AvException {
        if (use == Use.VIDEO && width == source.width() && height == source.height() && format == source.format()) {
            return av_frame_clone(source);
        }
        AVFrame result = Av.picture(width, height, format);
        result.pts(source.pts());
        prepare(source, result);
        int code = sws_scale_frame(context, result, source);
        if (code < 0) {
            av_frame_free(result);
            throw new AvException("resize a picture", code);
        }
        return result;
    }

    private void prepare(AVFrame source, AVFrame result) throws AvException {
        int wanted = java.util.Objects.hash(
                source.width(),
                source.height(),
                source.format(),
                source.colorspace(),
                source.color_range(),
                result.width(),
                result.height(),
                result.format());
        if (context != null && wanted == key) {
            return;
        }
        close();
        var made = sws_getContext(
                source.width(),
                source.height(),
                plain(source.format()),
                result.width(),
                result.height(),
                result.format(),
                use.flags,
                null,
                null,
                (DoublePointer) null);
        if (made == null) {
            throw new AvException("resize a picture of format " + source.format(), AVERROR_EINVAL());
        }
        boolean full = source.color_range() == AVCOL_RANGE_JPEG || plain(source.format()) != source.format();
        sws_setColorspaceDetails(
                made,
                sws_getCoefficients(matrix(source)),
                full ? 1 : 0,
                sws_getCoefficients(use == Use.PICTURE ? SWS_CS_ITU601 : matrix(source)),
                0,
                0,
                1 << 16,
                1 << 16);
        context = made;
        key = wanted;
    }

    /** The matrix of a picture's colours; where it does not say, the one its height suggests. */
    static int matrix(AVFrame frame) {
        int colours = frame.colorspace();
        if (colours == AVCOL_SPC_UNSPECIFIED || colours == AVCOL_SPC_RGB) {
            return frame.height() > 576 ? SWS_CS_ITU709 : SWS_CS_ITU601;
        }
        return colours;
    }

    /** FFmpeg's old names for full-range formats, as their plain ones. */
    private static int plain(int format) {
        if (format == AV_PIX_FMT_YUVJ420P) {
            return AV_PIX_FMT_YUV420P;
        } else if (format == AV_PIX_FMT_YUVJ422P) {
            return AV_PIX_FMT_YUV422P;
        } else if (format == AV_PIX_FMT_YUVJ444P) {
            return AV_PIX_FMT_YUV444P;
        } else if (format == AV_PIX_FMT_YUVJ440P) {
            return AV_PIX_FMT_YUV440P;
        } else if (format == AV_PIX_FMT_YUVJ411P) {
            return AV_PIX_FMT_YUV411P;
        }
        return format;
    }

    @Override
    public final void close() {
        if (context != null) {
            sws_freeContext(context);
            context = null;
        }
    }
}
