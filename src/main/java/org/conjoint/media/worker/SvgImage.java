package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.conjoint.media.worker.Av.AvException;
import org.jspecify.annotations.Nullable;

/** SVG drawn to pixels by JSVG, which knows neither scripts nor animation here and is given no resource to load. */
final class SvgImage {
    private static final int LARGEST_FILE = 8 << 20;
    private static final int LONGEST = 2048;

    private SvgImage() {}

    static MediaReply decode(MediaJob job) throws Refusal, AvException, IOException {
        var file = Path.of(job.original());
        if (Files.size(file) > LARGEST_FILE) {
            throw new Refusal("too_large", "A drawing of more than %,d bytes is not drawn.".formatted(LARGEST_FILE));
        }
        var document = load(file);
        if (document == null) {
            throw Refusal.unreadable(job.sniffed());
        }
        var size = document.size();
        double longest = Math.max(size.width, size.height);
        if (!(longest >= 1) || longest > 1e6) {
            throw Refusal.unreadable(job.sniffed());
        }
        double factor = longest > LONGEST ? LONGEST / longest : 1;
        int width = (int) Math.max(1, Math.round(size.width * factor));
        int height = (int) Math.max(1, Math.round(size.height * factor));
        AVFrame picture = draw(document, width, height);
        try {
            return ImageReply.of(
                    job,
                    picture,
                    Orientation.UPRIGHT,
                    (int) Math.max(1, Math.round(size.width)),
                    (int) Math.max(1, Math.round(size.height)),
                    1);
        } finally {
            av_frame_free(picture);
        }
    }

    private static @Nullable SVGDocument load(Path file) throws IOException, Refusal {
        var context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(DocumentLimits.DEFAULT)
                .build();
        try (var in = Files.newInputStream(file)) {
            return new SVGLoader().load(in, null, context);
        } catch (RuntimeException | StackOverflowError e) {
            throw new Refusal("unreadable", "The drawing (image/svg+xml) could not be drawn.");
        }
    }

    private static AVFrame draw(SVGDocument document, int width, int height) throws AvException, Refusal {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        try {
            document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
        } catch (RuntimeException | StackOverflowError e) {
            throw new Refusal("unreadable", "The drawing (image/svg+xml) could not be drawn.");
        } finally {
            graphics.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        AVFrame frame = Av.picture(width, height, AV_PIX_FMT_BGRA);
        var plane = Av.plane(frame, 0, height).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < height; y++) {
            plane.position(y * frame.linesize(0));
            plane.asIntBuffer().put(pixels, y * width, width);
        }
        return frame;
    }
}
