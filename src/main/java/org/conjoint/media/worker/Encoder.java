package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** One encoded track of an output file. */
final class Encoder implements AutoCloseable {
    final AVCodecContext context;
    private final OutputFile file;
    private final AVPacket packet = av_packet_alloc();
    private @Nullable AVStream stream;

    Encoder(OutputFile file, String name) {
        this.file = file;
        this.context = avcodec_alloc_context3(avcodec_find_encoder_by_name(name));
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_BITEXACT);
        if (file.wantsGlobalHeader()) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
    }

    /** Opens it with these options, name and value in turn, and adds its track to the file. */
    void open(String... options) throws AvException {
        var dictionary = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            avutil.av_dict_set(dictionary, options[i], options[i + 1], 0);
        }
        int code = avcodec_open2(context, context.codec(), dictionary);
        avutil.av_dict_free(dictionary);
        Av.check(code, "open the encoder " + context.codec().name().getString());
        stream = file.add(context);
    }

    /** Encodes a frame; null at the end. */
    void put(@Nullable AVFrame frame) throws AvException {
        Av.check(avcodec_send_frame(context, frame), "encode");
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (Av.again(code)) {
                return;
            }
            Av.check(code, "encode");
            if (packet.duration() == 0 && context.codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                // Without it the last picture would have no duration, and the file end at its beginning.
                packet.duration(1);
            }
            file.write(packet, context, java.util.Objects.requireNonNull(stream));
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
