package org.conjoint.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Media made for measuring, so that a measurement runs anywhere. */
final class Inputs {

    private Inputs() {}

    /** A 12-megapixel JPEG of quality 0.9 with detail at all scales, as a photograph has. */
    static Path photograph(Path file, long seed) throws IOException {
        int width = 4000;
        int height = 3000;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var random = new Random(seed);
        for (int step = 512; step >= 2; step /= 2) {
            addNoise(pixels, width, height, step, 6 + step / 6, random);
        }
        for (int i = 0; i < pixels.length; i++) {
            int grey = Math.clamp(128 + pixels[i], 0, 255);
            int warm = Math.clamp(grey + i % width / 60, 0, 255);
            int cold = Math.clamp(grey - i / width / 50, 0, 255);
            pixels[i] = warm << 16 | grey << 8 | cold;
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.9f);
        try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        return file;
    }

    /** Adds random values on a grid of that step, interpolated in between. */
    private static void addNoise(int[] pixels, int width, int height, int step, int strength, Random random) {
        int columns = width / step + 2;
        int rows = height / step + 2;
        int[] grid = new int[columns * rows];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = random.nextInt(2 * strength + 1) - strength;
        }
        for (int y = 0; y < height; y++) {
            int row = y / step;
            int dy = y % step;
            for (int x = 0; x < width; x++) {
                int at = row * columns + x / step;
                int dx = x % step;
                int above = grid[at] * (step - dx) + grid[at + 1] * dx;
                int below = grid[at + columns] * (step - dx) + grid[at + columns + 1] * dx;
                pixels[y * width + x] += (above * (step - dy) + below * dy) / (step * step);
            }
        }
    }

    /** Stereo sound with syllables and pauses, 44.1 kHz, as WAV. */
    static Path speech(Path file, int seconds) throws IOException {
        int rate = 44100;
        var samples = ByteBuffer.allocate(44 + 4 * rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
        samples.put("RIFF".getBytes())
                .putInt(36 + 4 * rate * seconds)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        samples.putShort((short) 1)
                .putShort((short) 2)
                .putInt(rate)
                .putInt(4 * rate)
                .putShort((short) 4);
        samples.putShort((short) 16).put("data".getBytes()).putInt(4 * rate * seconds);
        var random = new Random(5);
        double phase = 0;
        double pitch = 120;
        for (int i = 0; i < rate * seconds; i++) {
            if (i % (rate / 5) == 0) {
                pitch = 90 + random.nextInt(120);
            }
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 2.5 * i / rate));
            phase += 2 * Math.PI * pitch / rate;
            double voice = Math.sin(phase) + 0.5 * Math.sin(3 * phase) + 0.3 * Math.sin(7 * phase);
            double sample = 6000 * syllable * (voice + 0.2 * random.nextGaussian());
            samples.putShort((short) Math.clamp(sample, -32768, 32767));
            samples.putShort((short) Math.clamp(0.8 * sample, -32768, 32767));
        }
        Files.write(file, samples.array());
        return file;
    }

    /** What FFmpeg's program makes of such arguments. */
    static Path made(Programs programs, Path file, List<String> arguments) throws Exception {
        programs.ffmpeg(concat(arguments, List.of("-y", file.toString())));
        return file;
    }

    static List<String> concat(List<String> first, List<String> second) {
        var all = new java.util.ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
