package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avfilter.*;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** A chain of libavfilter's filters between one source and one sink. */
final class Filters implements AutoCloseable {
    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext source;
    private final AVFilterContext sink;

    /**
     * @param description a whole graph whose source is called {@code @in} and whose sink is called {@code @out}
     * @param media {@code "buffer"} or {@code "abuffer"}
     */
    Filters(String description, String media) throws AvException {
        avfilter_graph_set_auto_convert(graph, AVFILTER_AUTO_CONVERT_ALL);
        graph.nb_threads(1);
        try {
            Av.check(avfilter_graph_parse_ptr(graph, description, null, null, null), "filters " + description);
            Av.check(avfilter_graph_config(graph, null), "filters " + description);
        } catch (AvException e) {
            avfilter_graph_free(graph);
            throw e;
        }
        source = avfilter_graph_get_filter(graph, media + "@in");
        sink = avfilter_graph_get_filter(graph, media + "sink@out");
    }

    /** Turns one picture upright; the caller frees the result. */
    static AVFrame upright(AVFrame frame, Orientation orientation) throws AvException {
        var description = "buffer@in=video_size=%dx%d:pix_fmt=%d:time_base=1/1,%s,buffersink@out"
                .formatted(frame.width(), frame.height(), frame.format(), orientation.filters);
        try (var filters = new Filters(description, "buffer")) {
            filters.put(frame);
            filters.put(null);
            var upright = filters.take();
            if (upright == null) {
                throw new AvException("turn a picture", -1);
            }
            return upright;
        }
    }

    /** Hands a frame in, which stays the caller's; null at the end. */
    void put(@Nullable AVFrame frame) throws AvException {
        Av.check(av_buffersrc_write_frame(source, frame), "filter");
    }

    /** The next frame, to be freed by the caller; null when there is none yet. */
    @Nullable AVFrame take() throws AvException {
        AVFrame frame = av_frame_alloc();
        int code = av_buffersink_get_frame(sink, frame);
        if (code < 0) {
            av_frame_free(frame);
            if (Av.again(code)) {
                return null;
            }
            throw new AvException("filter", code);
        }
        return frame;
    }

    /** The filter of that name. */
    AVFilterContext filter(String name) {
        return avfilter_graph_get_filter(graph, name);
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}
