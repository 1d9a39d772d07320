package org.conjoint.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import javax.imageio.ImageIO;

/** A folder of posts to import, each with a picture of about a megabyte and a sound of a minute, all different. */
final class HeavyPosts {

    private static final int SECONDS = 60;
    private static final int RATE = 16_000;

    private HeavyPosts() {}

    /** @param more what every caption goes on with */
    static Path write(Path folder, int count, String more) throws IOException {
        Files.createDirectories(folder);
        var rows = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            picture(folder.resolve("picture-%d.jpg".formatted(i)), i);
            sound(folder.resolve("sound-%d.wav".formatted(i)), i);
            rows.add("""
                    {"id":"post-%1$d","caption":"Post %1$d of the day, with a walk by the water%2$s","language":"en",\
                    "image_file_name":"picture-%1$d.jpg","audio_file_name":"sound-%1$d.wav"}""".formatted(i, more));
        }
        Files.write(folder.resolve("metadata.jsonl"), rows);
        return folder;
    }

    private static void picture(Path file, int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var grain = random.nextInt(150);
                image.setRGB(
                        x,
                        y,
                        new Color((x / 9 + grain) % 256, (y / 6 + grain) % 256, (x + y + seed * 7) / 12 % 256)
                                .getRGB());
            }
        }
        ImageIO.write(image, "jpg", file.toFile());
    }

    private static void sound(Path file, int seed) throws IOException {
        var samples = ByteBuffer.allocate(2 * RATE * SECONDS).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < RATE * SECONDS; i++) {
            var swell = 0.5 + 0.5 * Math.sin(i / (double) RATE);
            samples.putShort((short) (9000 * swell * Math.sin(2 * Math.PI * (200 + seed) * i / RATE)));
        }
        var out = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.capacity());
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        head.putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.capacity());
        out.write(head.array());
        out.write(samples.array());
        Files.write(file, out.toByteArray());
    }
}
