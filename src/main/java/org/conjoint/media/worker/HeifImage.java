package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** HEIC and AVIF: one coded picture, or a grid of tiles. An auxiliary picture with alpha is not applied. */
final class HeifImage {

    private HeifImage() {}

    static MediaReply decode(Source source) throws Refusal, AvException, IOException {
        var group = grid(source);
        return group == null ? single(source) : tiled(source, group);
    }

    private static @Nullable AVStreamGroup grid(Source source) {
        AVStreamGroup chosen = null;
        for (int i = 0; i < source.format.nb_stream_groups(); i++) {
            var group = source.format.stream_groups(i);
            boolean main = (group.disposition() & AV_DISPOSITION_DEFAULT) != 0;
            if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID && (chosen == null || main)) {
                chosen = group;
            }
        }
        return chosen;
    }

    private static MediaReply single(Source source) throws Refusal, AvException, IOException {
        AVStream chosen = null;
        for (int i = 0; i < source.format.nb_streams(); i++) {
            var stream = source.format.streams(i);
            boolean picture = stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO;
            boolean main = (stream.disposition() & AV_DISPOSITION_DEFAULT) != 0;
            if (picture && (chosen == null || main)) {
                chosen = stream;
            }
        }
        if (chosen == null) {
            throw Refusal.unreadable(source.job.sniffed());
        }
        return StillImage.cut(source, chosen, Video.orientation(chosen.codecpar()));
    }

    private static MediaReply tiled(Source source, AVStreamGroup group) throws Refusal, AvException, IOException {
        var grid = group.params_tile_grid();
        source.checkPixels(grid.coded_width(), grid.coded_height());
        var matrix =
                av_packet_side_data_get(grid.coded_side_data(), grid.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        var orientation = matrix == null || matrix.isNull()
                ? Orientation.UPRIGHT
                : Orientation.ofMatrix(new IntPointer(matrix.data()));
        try (var canvas = new TileCanvas(group);
                var decoding = new Decoding(source)) {
            for (int tile = 0; tile < grid.nb_tiles(); tile++) {
                var stream = canvas.stream(tile);
                decoding.add(stream, frame -> canvas.put(stream, frame));
            }
            decoding.run();
            AVFrame picture = canvas.picture();
            if (picture == null) {
                throw Refusal.truncated(source.job.sniffed());
            }
            return ImageReply.of(source.job, picture, orientation, picture.width(), picture.height(), 1);
        }
    }
}
