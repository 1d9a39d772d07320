package org.conjoint.cue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conjoint.testing.Ffmpeg;

/** One channel of decoded sound on disk, as long as it may be. */
record Samples16(Path file, int rate) {

    /** Decodes the first sound of a file, each sample as the decoder gives it. */
    static Samples16 decoded(Path source, Path target, int rate) throws IOException {
        Ffmpeg.run("-i", source.toString(), "-map", "0:a:0", "-ac", "1", "-f", "s16le", target.toString());
        return new Samples16(target, rate);
    }

    long count() throws IOException {
        return Files.size(file) / 2;
    }

    double seconds() throws IOException {
        return (double) count() / rate;
    }

    /** The samples from a number on; silence before the beginning and after the end. */
    float[] from(long first, int length) throws IOException {
        var samples = new float[length];
        int skipped = (int) Math.clamp(-first, 0L, length);
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(2 * (first + skipped));
            var bytes = new byte[2 * (length - skipped)];
            int read = 0;
            int more = 0;
            while (read < bytes.length && more >= 0) {
                more = in.read(bytes, read, bytes.length - read);
                read += Math.max(0, more);
            }
            var shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            for (int i = skipped; i < length; i++) {
                samples[i] = shorts.get() / 32768f;
            }
        }
        return samples;
    }
}
