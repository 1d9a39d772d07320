package org.conjoint.media.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lowest and highest sample of each hundredth of a second, channels averaged, in 8 bits: BBC audiowaveform's data
 * format, version 2.
 */
final class Peaks {
    private static final int PER_SECOND = 100;

    private final int sampleRate;
    private final int channels;
    private final int window;
    private byte[] data = new byte[1 << 12];
    private int points;
    private int filled;
    private int low = Short.MAX_VALUE;
    private int high = Short.MIN_VALUE;
    private long samples;
    private short[] block = new short[0];

    Peaks(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.window = Math.max(1, Math.round((float) sampleRate / PER_SECOND));
    }

    /** Adds interleaved samples. */
    void add(ShortBuffer interleaved) {
        int length = interleaved.remaining();
        if (block.length < length) {
            block = new short[length];
        }
        interleaved.get(block, 0, length);
        int frames = length / channels;
        int at = 0;
        while (at < frames) {
            int end = Math.min(frames, at + window - filled);
            scan(at, end);
            filled += end - at;
            at = end;
            if (filled == window) {
                flush();
            }
        }
        samples += frames;
    }

    private void scan(int from, int to) {
        int least = low;
        int most = high;
        if (channels == 1) {
            for (int i = from; i < to; i++) {
                least = Math.min(least, block[i]);
                most = Math.max(most, block[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                int mean = (block[2 * i] + block[2 * i + 1]) / 2;
                least = Math.min(least, mean);
                most = Math.max(most, mean);
            }
        }
        low = least;
        high = most;
    }

    private void flush() {
        if (2 * points + 2 > data.length) {
            data = Arrays.copyOf(data, 2 * data.length);
        }
        data[2 * points] = (byte) (low / 256);
        data[2 * points + 1] = (byte) (high / 256);
        points++;
        filled = 0;
        low = Short.MAX_VALUE;
        high = Short.MIN_VALUE;
    }

    /** Samples of one channel so far. */
    long samples() {
        return samples;
    }

    long durationMillis() {
        return Math.round(1000.0 * samples / sampleRate);
    }

    /** Writes the JSON and the binary form. */
    void write(Path json, Path dat) throws IOException {
        if (filled > 0) {
            flush();
        }
        Files.writeString(json, json(), StandardCharsets.US_ASCII);
        try (OutputStream file = Files.newOutputStream(dat);
                var out = new DataOutputStream(file)) {
            var header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(2)
                    .putInt(1)
                    .putInt(sampleRate)
                    .putInt(window)
                    .putInt(points)
                    .putInt(1);
            out.write(header.array());
            out.write(data, 0, 2 * points);
        }
    }

    private String json() {
        var text = new StringBuilder(8 * points + 128);
        text.append("{\"version\":2,\"channels\":1,\"sample_rate\":").append(sampleRate);
        text.append(",\"samples_per_pixel\":").append(window);
        text.append(",\"bits\":8,\"length\":").append(points).append(",\"data\":[");
        for (int i = 0; i < 2 * points; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(data[i]);
        }
        return text.append("]}").toString();
    }
}
