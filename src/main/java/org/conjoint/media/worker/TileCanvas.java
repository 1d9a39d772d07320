package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** Puts decoded tiles where their grid says, and cuts the result to its size. */
final class TileCanvas implements AutoCloseable {
    private final AVStreamGroup group;
    private final AVStreamGroupTileGrid grid;
    private @Nullable AVFrame canvas;
    private int missing;

    TileCanvas(AVStreamGroup group) {
        this.group = group;
        this.grid = group.params_tile_grid();
        this.missing = grid.nb_tiles();
    }

    /** The stream of a tile. */
    AVStream stream(int tile) {
        return group.streams(grid.offsets_idx(tile));
    }

    /** Places the picture of one stream; returns whether tiles are still missing. */
    boolean put(AVStream stream, AVFrame picture) throws AvException {
        if (canvas == null) {
            canvas = Av.picture(grid.coded_width(), grid.coded_height(), picture.format());
            canvas.colorspace(picture.colorspace());
            canvas.color_range(picture.color_range());
        }
        for (int tile = 0; tile < grid.nb_tiles(); tile++) {
            if (stream(tile).index() == stream.index() && picture.format() == canvas.format()) {
                place(canvas, picture, grid.offsets_horizontal(tile), grid.offsets_vertical(tile));
            }
        }
        return --missing > 0;
    }

    private static void place(AVFrame canvas, AVFrame tile, int left, int top) {
        int width = Math.min(tile.width(), canvas.width() - left);
        int height = Math.min(tile.height(), canvas.height() - top);
        if (left < 0 || top < 0 || width <= 0 || height <= 0) {
            return;
        }
        var descriptor = av_pix_fmt_desc_get(canvas.format());
        for (int plane = 0; plane < av_pix_fmt_count_planes(canvas.format()); plane++) {
            boolean chroma = plane == 1 || plane == 2;
            int down = chroma ? descriptor.log2_chroma_h() : 0;
            int offset = av_image_get_linesize(canvas.format(), left, plane);
            av_image_copy_plane(
                    at(canvas, plane, (long) (top >> down) * canvas.linesize(plane) + offset),
                    canvas.linesize(plane),
                    tile.data(plane),
                    tile.linesize(plane),
                    av_image_get_linesize(canvas.format(), width, plane),
                    -(-height >> down));
        }
    }

    private static BytePointer at(AVFrame frame, int plane, long offset) {
        return new BytePointer(frame.data(plane)).position(frame.data(plane).position() + offset);
    }

    /** The whole picture, which stays the canvas's; null when no tile came. */
    @Nullable AVFrame picture() throws AvException {
        if (canvas != null) {
            canvas.crop_left(grid.horizontal_offset());
            canvas.crop_top(grid.vertical_offset());
            canvas.crop_right(Math.max(0, canvas.width() - grid.width() - grid.horizontal_offset()));
            canvas.crop_bottom(Math.max(0, canvas.height() - grid.height() - grid.vertical_offset()));
            Av.check(av_frame_apply_cropping(canvas, AV_FRAME_CROP_UNALIGNED), "crop a picture");
        }
        return canvas;
    }

    @Override
    public void close() {
        if (canvas != null) {
            av_frame_free(canvas);
        }
    }
}
