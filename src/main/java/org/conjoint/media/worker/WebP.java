package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;

/** Writes pictures as WebP, which has nothing in it but the picture. */
final class WebP {
    private static final String QUALITY = "82";

    private WebP() {}

    static void write(AVFrame picture, Path file) throws AvException, IOException {
        AVCodecContext encoder = avcodec_alloc_context3(avcodec_find_encoder_by_name("libwebp"));
        AVPacket packet = av_packet_alloc();
        try {
            encoder.width(picture.width());
            encoder.height(picture.height());
            encoder.pix_fmt(picture.format());
            encoder.time_base(av_make_q(1, 1));
            encoder.thread_count(1);
            AVDictionary options = new AVDictionary(null);
            av_dict_set(options, "quality", QUALITY, 0);
            av_dict_set(options, "compression_level", "1", 0);
            int opened = avcodec_open2(encoder, encoder.codec(), options);
            av_dict_free(options);
            Av.check(opened, "open the WebP encoder");
            Av.check(avcodec_send_frame(encoder, picture), "encode WebP");
            Av.check(avcodec_send_frame(encoder, null), "encode WebP");
            Av.check(avcodec_receive_packet(encoder, packet), "encode WebP");
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = packet.data().capacity(packet.size()).asByteBuffer();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } finally {
            av_packet_free(packet);
            avcodec_free_context(encoder);
        }
    }
}
