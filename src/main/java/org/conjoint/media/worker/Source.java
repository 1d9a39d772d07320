package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/**
 * An opened original. Only formats that hold media by themselves may open; those that name other files, like playlists,
 * may not, and no protocol but files is allowed.
 */
final class Source implements AutoCloseable {
    private static final Set<String> FORMATS = Set.of(
            ("jpeg_pipe png_pipe webp_pipe bmp_pipe tiff_pipe psd_pipe j2k_pipe jpegls_pipe exr_pipe qoi_pipe pam_pipe"
                            + " pbm_pipe pgm_pipe ppm_pipe pfm_pipe hdr_pipe dds_pipe sgi_pipe sunrast_pipe pcx_pipe gif"
                            + " apng ico mov matroska avi flv asf ogg mpegts mpeg mpegvideo m4v h264 hevc mxf mp3 aac ac3"
                            + " eac3 flac wav w64 aiff au voc amr amrnb amrwb caf ape mpc mpc8 wv tta tak dsf iff rm dts"
                            + " ivf")
                    .split(" "));

    final AVFormatContext format;
    private final AVIOContext io;
    final MediaJob job;

    private Source(AVFormatContext format, AVIOContext io, MediaJob job) {
        this.format = format;
        this.io = io;
        this.job = job;
    }

    /** Opens it by its bytes: FFmpeg does not learn the file's name. */
    static Source open(MediaJob job) throws Refusal, AvException {
        var io = new AVIOContext(null);
        Av.check(avio_open(io, "file:" + job.original(), AVIO_FLAG_READ), "open the original");
        var guess = new AVInputFormat(null);
        if (av_probe_input_buffer2(io, guess, "", null, 0, 0) < atLeast(job)) {
            avio_closep(io);
            throw Refusal.unsupported(job.sniffed());
        }
        var context = avformat_alloc_context();
        context.pb(io);
        var options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", String.join(",", FORMATS), 0);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        int code = avformat_open_input(context, "", guess, options);
        av_dict_free(options);
        if (code < 0) {
            avio_closep(io);
            throw FORMATS.contains(first(guess))
                    ? Refusal.unreadable(job.sniffed())
                    : Refusal.unsupported(job.sniffed());
        }
        return new Source(context, io, job);
    }

    private static String first(AVInputFormat format) {
        return format.name().getString().split(",")[0];
    }

    /** How sure FFmpeg must be: less where the first bytes already suggest a picture or sound. */
    private static int atLeast(MediaJob job) {
        boolean vague =
                job.sniffed().startsWith("application/") || job.sniffed().startsWith("text/");
        return vague ? AVPROBE_SCORE_RETRY / 2 : 1;
    }

    /** FFmpeg's name of the container. */
    String formatName() {
        return format.iformat().name().getString();
    }

    boolean isStill() {
        return formatName().endsWith("_pipe");
    }

    boolean isMoving() {
        return formatName().equals("gif") || formatName().equals("apng");
    }

    /** Whether it is a HEIF or AVIF picture rather than a video in the same container. */
    boolean isHeif() {
        var brand = av_dict_get(format.metadata(), "major_brand", null, 0);
        if (brand == null || !formatName().startsWith("mov")) {
            return false;
        }
        return switch (brand.value().getString()) {
            case "avif", "avis", "mif1", "msf1", "heic", "heix", "heim", "heis", "hevc", "miaf" -> true;
            default -> false;
        };
    }

    boolean isIcon() {
        return formatName().equals("ico");
    }

    /** Whether the container's header alone tells duration and sizes. */
    boolean saysEnough() {
        if (format.duration() <= 0 || format.nb_streams() == 0) {
            return false;
        }
        for (int i = 0; i < format.nb_streams(); i++) {
            var stream = format.streams(i).codecpar();
            boolean sized = stream.codec_type() != AVMEDIA_TYPE_VIDEO || stream.width() > 0;
            if (stream.codec_id() == AV_CODEC_ID_NONE || !sized) {
                return false;
            }
        }
        return true;
    }

    /** Reads as much as it takes to know each stream. */
    void inspect() throws Refusal {
        if (avformat_find_stream_info(format, (AVDictionary) null) < 0) {
            throw Refusal.unreadable(job.sniffed());
        }
    }

    /** The main stream of that type, if there is one that can be decoded; covers in sound files do not count. */
    @Nullable AVStream best(int type) {
        int index = av_find_best_stream(format, type, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            return null;
        }
        var stream = format.streams(index);
        boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
        return cover || avcodec_find_decoder(stream.codecpar().codec_id()) == null ? null : stream;
    }

    /** A decoder for these parameters, to be freed by the caller. */
    AVCodecContext decoder(AVCodecParameters parameters, int lowres) throws AvException, Refusal {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw Refusal.unsupported(job.sniffed());
        }
        checkPixels(parameters.width(), parameters.height());
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, parameters);
        decoder.thread_count(1);
        decoder.max_pixels(job.limits().pixels());
        decoder.lowres(lowres);
        decoder.flags(decoder.flags() | AV_CODEC_FLAG_UNALIGNED);
        int code = avcodec_open2(decoder, codec, (AVDictionary) null);
        if (code < 0) {
            avcodec_free_context(decoder);
            throw new AvException("open the decoder", code);
        }
        return decoder;
    }

    void checkPixels(long width, long height) throws Refusal {
        if (width * height > job.limits().pixels()) {
            throw Refusal.tooManyPixels(width, height, job.limits().pixels());
        }
    }

    @Override
    public void close() {
        avformat_close_input(format);
        avio_closep(io);
    }
}
