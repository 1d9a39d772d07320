package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** Reads a source once and hands each decoded frame of the chosen streams to its taker; damaged packets are skipped. */
final class Decoding implements AutoCloseable {

    /** Takes decoded frames, which stay the reader's. Returns whether it wants more. */
    @FunctionalInterface
    interface Taker {
        boolean take(AVFrame frame) throws AvException, IOException, Refusal;
    }

    private record Track(AVStream stream, AVCodecContext decoder, Taker taker) {}

    private final Source source;
    private final @Nullable Track[] tracks;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();

    Decoding(Source source) {
        this.source = source;
        this.tracks = new Track[source.format.nb_streams()];
    }

    /** Adds a stream. */
    void add(AVStream stream, Taker taker) throws AvException, Refusal {
        tracks[stream.index()] = new Track(stream, source.decoder(stream.codecpar(), 0), taker);
    }

    /** Reads to the end, or until a taker has enough. */
    void run() throws AvException, IOException, Refusal {
        for (int i = 0; i < tracks.length; i++) {
            if (tracks[i] == null) {
                source.format.streams(i).discard(AVDISCARD_ALL);
            }
        }
        while (av_read_frame(source.format, packet) >= 0) {
            MediaWorker.progress();
            int index = packet.stream_index();
            var track = index < tracks.length ? tracks[index] : null;
            boolean more = track == null || decode(track, packet);
            av_packet_unref(packet);
            if (!more) {
                return;
            }
        }
        for (var track : tracks) {
            if (track != null && !decode(track, null)) {
                return;
            }
        }
    }

    private boolean decode(Track track, @Nullable AVPacket packet) throws AvException, IOException, Refusal {
        avcodec_send_packet(track.decoder(), packet);
        while (avcodec_receive_frame(track.decoder(), frame) >= 0) {
            MediaWorker.progress();
            boolean more = track.taker().take(frame);
            av_frame_unref(frame);
            if (!more) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        for (var track : tracks) {
            if (track != null) {
                avcodec_free_context(track.decoder());
            }
        }
    }
}
