package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.conjoint.media.SpectrogramScale;
import org.conjoint.media.worker.Av.AvException;

/** The power of one window of sound in each mel band, by FFmpeg's Fourier transform. */
final class Spectrum implements AutoCloseable {
    static final int HERTZ = 16_000;
    /** Samples of a window: 32 ms, so that neighbouring bins lie 31.25 Hz apart. */
    static final int WINDOW = 512;

    private static final double PER_BIN = (double) HERTZ / WINDOW;
    /** Power of a sine of full scale under a Hann window. */
    private static final double FULL_SCALE = (WINDOW / 4.0) * (WINDOW / 4.0);

    private final AVTXContext context = new AVTXContext(null);
    /** Memory for the address of the function that transforms. */
    private final Pointer function = av_mallocz(16);

    private final av_tx_fn transform = new av_tx_fn(function);
    private final FloatPointer in = new FloatPointer(av_malloc(4L * WINDOW));
    private final FloatPointer out = new FloatPointer(av_malloc(4L * (WINDOW + 2)));
    private final FloatPointer scale = new FloatPointer(1f);
    private final float[] hann = new float[WINDOW];
    private final float[] windowed = new float[WINDOW];
    private final float[] bins = new float[WINDOW + 2];
    private final double[] power = new double[WINDOW / 2 + 1];

    /** Where the rows' edges lie among the bins, from the highest to the lowest. */
    private final double[] edges = new double[SpectrogramScale.ROWS + 1];

    Spectrum() throws AvException {
        for (int row = 0; row < edges.length; row++) {
            edges[row] = SpectrogramScale.hertz(row) / PER_BIN;
        }
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
        }
        Av.check(av_tx_init(context, transform, AV_TX_FLOAT_RDFT, 0, WINDOW, scale, 0), "a Fourier transform");
    }

    /** Raises each band to the power it has in this window, where that is more; 1 is a sine of full scale. */
    void raise(float[] samples, int from, double[] bands) {
        for (int i = 0; i < WINDOW; i++) {
            windowed[i] = samples[from + i] * hann[i];
        }
        in.put(windowed, 0, WINDOW);
        transform.call(context, out, in, Float.BYTES);
        out.get(bins, 0, bins.length);
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = (bins[2 * bin] * bins[2 * bin] + bins[2 * bin + 1] * bins[2 * bin + 1]) / FULL_SCALE;
        }
        for (int row = 0; row < bands.length; row++) {
            bands[row] = Math.max(bands[row], within(edges[row + 1], edges[row]));
        }
    }

    /** The strongest bin between two places among them; between two bins, what lies on the line between them. */
    private double within(double low, double high) {
        double most = between((low + high) / 2);
        for (int bin = (int) Math.ceil(low); bin <= high && bin < power.length; bin++) {
            most = Math.max(most, power[bin]);
        }
        return most;
    }

    private double between(double place) {
        int below = Math.min(power.length - 2, (int) place);
        double part = place - below;
        return power[below] * (1 - part) + power[below + 1] * part;
    }

    @Override
    public void close() {
        av_tx_uninit(context);
        av_free(function);
        av_free(in);
        av_free(out);
        scale.close();
    }
}
