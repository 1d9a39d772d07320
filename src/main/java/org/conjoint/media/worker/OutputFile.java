package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.conjoint.media.worker.Av.AvException;

/** A container being written, without any metadata. */
final class OutputFile implements AutoCloseable {
    private final AVFormatContext format = new AVFormatContext(null);
    private boolean begun;

    /** @param container FFmpeg's name of the format */
    OutputFile(Path path, String container) throws AvException {
        var url = "file:" + path;
        Av.check(avformat_alloc_output_context2(format, null, container, url), "create " + container);
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        var io = new AVIOContext(null);
        Av.check(avio_open(io, url, AVIO_FLAG_WRITE), "create " + container);
        format.pb(io);
    }

    boolean wantsGlobalHeader() {
        return (format.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    AVStream add(AVCodecContext encoder) throws AvException {
        var stream = avformat_new_stream(format, null);
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "add a track");
        stream.time_base(encoder.time_base());
        return stream;
    }

    /** Starts writing once all tracks are added. */
    void begin(String... options) throws AvException {
        var dictionary = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            avutil.av_dict_set(dictionary, options[i], options[i + 1], 0);
        }
        int code = avformat_write_header(format, dictionary);
        avutil.av_dict_free(dictionary);
        Av.check(code, "begin a file");
        begun = true;
    }

    void write(AVPacket packet, AVCodecContext encoder, AVStream stream) throws AvException {
        packet.stream_index(stream.index());
        av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
        Av.check(av_interleaved_write_frame(format, packet), "write a packet");
    }

    void end() throws AvException {
        if (begun) {
            begun = false;
            Av.check(av_write_trailer(format), "end a file");
        }
    }

    @Override
    public void close() {
        avio_closep(format.pb());
        avformat_free_context(format);
    }
}
