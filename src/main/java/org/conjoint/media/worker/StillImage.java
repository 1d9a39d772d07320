package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;

/** Formats whose file is one coded picture: JPEG, PNG, WebP, TIFF and the like. */
final class StillImage {
    /** How far below the largest preview a JPEG may be decoded by its cosine transform alone, without resampling. */
    private static final double NEARLY = 0.95;
    /** Enough for the headers of common formats, in bytes. */
    private static final int BEGINNING = 1 << 17;

    private StillImage() {}

    static MediaReply decode(Source source) throws Refusal, AvException, IOException {
        if (source.job.extent() == MediaJob.Extent.PROBE) {
            var header = ImageHeader.of(beginning(Path.of(source.job.original())));
            source.checkPixels(header.width(), header.height());
            if (header.width() > 0) {
                return ImageReply.probed(header.width(), header.height(), header.orientation(), 1);
            }
        }
        AVPacket packet = whole(Path.of(source.job.original()));
        try {
            var bytes = packet.data().capacity(packet.size()).asByteBuffer();
            var header = ImageHeader.of(bytes);
            source.checkPixels(header.width(), header.height());
            if (header.animated() && source.formatName().equals("webp_pipe")) {
                return WebPAnimation.decode(source, bytes, header);
            }
            return still(source, packet, header);
        } finally {
            av_packet_free(packet);
        }
    }

    /** Reads the file as FFmpeg cuts it, for formats whose picture is not the whole file. */
    static MediaReply cut(Source source, AVStream stream, Orientation orientation)
            throws Refusal, AvException, IOException {
        AVFrame picture = av_frame_alloc();
        try (var decoding = new Decoding(source)) {
            decoding.add(stream, frame -> {
                av_frame_ref(picture, frame);
                return false;
            });
            decoding.run();
            if (picture.width() == 0) {
                throw Refusal.unreadable(source.job.sniffed());
            }
            source.checkPixels(picture.width(), picture.height());
            return ImageReply.of(source.job, picture, orientation, picture.width(), picture.height(), 1);
        } finally {
            av_frame_free(picture);
        }
    }

    private static MediaReply still(Source source, AVPacket packet, ImageHeader header)
            throws Refusal, AvException, IOException {
        var job = source.job;
        var parameters = source.format.streams(0).codecpar();
        if (parameters.codec_id() == AV_CODEC_ID_JPEG2000) {
            return cut(source, source.format.streams(0), header.orientation());
        }
        int lowres = parameters.codec_id() == AV_CODEC_ID_MJPEG ? lowres(header, job) : 0;
        AVCodecContext decoder = source.decoder(parameters, lowres);
        AVFrame frame = av_frame_alloc();
        try {
            decode(decoder, packet, frame, source);
            int width = lowres > 0 ? header.width() : frame.width();
            int height = lowres > 0 ? header.height() : frame.height();
            return ImageReply.of(job, frame, header.orientation(), width, height, 1);
        } finally {
            av_frame_free(frame);
            avcodec_free_context(decoder);
        }
    }

    /** Decodes the one picture of a packet. */
    static void decode(AVCodecContext decoder, AVPacket packet, AVFrame frame, Source source) throws Refusal {
        int code = avcodec_send_packet(decoder, packet);
        if (code >= 0) {
            avcodec_send_packet(decoder, null);
            code = avcodec_receive_frame(decoder, frame);
        }
        if (code < 0) {
            throw Refusal.unreadable(source.job.sniffed());
        }
        source.checkPixels(frame.width(), frame.height());
    }

    /** How often a JPEG may be halved while decoding. */
    private static int lowres(ImageHeader header, MediaJob job) {
        int longest = Math.max(header.width(), header.height());
        int wanted = job.previews().getLast();
        int halvings = 0;
        while (halvings < 3 && (longest >> (halvings + 1)) >= wanted * NEARLY) {
            halvings++;
        }
        return halvings;
    }

    private static ByteBuffer beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(BEGINNING));
        }
    }

    private static AVPacket whole(Path file) throws IOException, AvException, Refusal {
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE / 2) {
                throw new Refusal(
                        "too_large", "An image file of %,d bytes is larger than can be decoded.".formatted(size));
            }
            AVPacket packet = av_packet_alloc();
            int code = av_new_packet(packet, (int) size);
            if (code < 0) {
                av_packet_free(packet);
                throw new AvException("allocate a packet", code);
            }
            ByteBuffer bytes = packet.data().capacity(size).asByteBuffer();
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                MediaWorker.progress();
            }
            return packet;
        }
    }
}
