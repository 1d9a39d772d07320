package org.conjoint.media.worker.ocr;

import static org.bytedeco.tesseract.global.tesseract.OEM_LSTM_ONLY;
import static org.bytedeco.tesseract.global.tesseract.PSM_SPARSE_TEXT;
import static org.bytedeco.tesseract.global.tesseract.RIL_TEXTLINE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.conjoint.media.TextLine;
import org.jspecify.annotations.Nullable;

/** The engine. Text is looked for anywhere in the picture, as it stands on photographs and memes. */
public final class Tesseract {
    private static final int DEADLINE_MILLIS = 40_000;
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_LINE = 500;
    private static final double LEAST_CONFIDENCE = 30;
    /** Dots per inch that Tesseract assumes; it guesses badly where a picture does not say. */
    private static final int RESOLUTION = 150;

    private Tesseract() {}

    /**
     * Brightness of a picture, a byte each pixel.
     *
     * @param stride bytes from one row to the next
     */
    public record Page(ByteBuffer pixels, int width, int height, int stride) {}

    /** The engine with its version, like {@code tesseract-5.5.2}. */
    public static String name() {
        return "tesseract-" + TessBaseAPI.Version().getString();
    }

    /**
     * Reads a picture, and says each line from top to bottom. What cannot be read in time is left out.
     *
     * @param data folder with {@code *.traineddata}
     * @param languages as Tesseract names them, joined by {@code +}
     * @throws IOException when the data cannot be loaded
     */
    public static List<TextLine> read(Page page, String data, String languages) throws IOException {
        try (var engine = new TessBaseAPI();
                var monitor = new ETEXT_DESC()) {
            if (engine.Init(data, languages, OEM_LSTM_ONLY) != 0) {
                throw new IOException("Tesseract does not load %s from %s".formatted(languages, data));
            }
            engine.SetPageSegMode(PSM_SPARSE_TEXT);
            engine.SetImage(page.pixels(), page.width(), page.height(), 1, page.stride());
            engine.SetSourceResolution(RESOLUTION);
            monitor.set_deadline_msecs(DEADLINE_MILLIS);
            var lines = engine.Recognize(monitor) == 0 ? lines(engine, page) : List.<TextLine>of();
            engine.End();
            return lines;
        }
    }

    private static List<TextLine> lines(TessBaseAPI engine, Page page) {
        var lines = new ArrayList<TextLine>();
        try (ResultIterator results = engine.GetIterator()) {
            if (results == null) {
                return lines;
            }
            do {
                var line = line(results, page);
                if (line != null) {
                    lines.add(line);
                }
            } while (lines.size() < MOST_LINES && results.Next(RIL_TEXTLINE));
        }
        lines.sort(Comparator.comparingDouble(TextLine::y).thenComparingDouble(TextLine::x));
        return lines;
    }

    private static @Nullable TextLine line(ResultIterator results, Page page) {
        double confidence = results.Confidence(RIL_TEXTLINE);
        int[] left = new int[1];
        int[] top = new int[1];
        int[] right = new int[1];
        int[] bottom = new int[1];
        if (confidence < LEAST_CONFIDENCE || !results.BoundingBox(RIL_TEXTLINE, left, top, right, bottom)) {
            return null;
        }
        try (var text = results.GetUTF8Text(RIL_TEXTLINE)) {
            var read = text == null ? "" : new String(text.getStringBytes(), StandardCharsets.UTF_8).strip();
            return read.isEmpty() || read.length() > LONGEST_LINE
                    ? null
                    : new TextLine(
                            read,
                            part(left[0], page.width()),
                            part(top[0], page.height()),
                            part(right[0] - left[0], page.width()),
                            part(bottom[0] - top[0], page.height()),
                            part(confidence, 100));
        }
    }

    /** A share, rounded to what a pixel of the largest preview is worth. */
    private static double part(double of, double whole) {
        return Math.round(10_000 * Math.clamp(of / whole, 0, 1)) / 10_000.0;
    }
}
