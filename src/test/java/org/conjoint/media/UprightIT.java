package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Derivatives stand upright and say nothing but the picture or sound. */
class UprightIT {
    private static final int ALIKE = 6;

    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = Workshop.open();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void the_eight_orientations_of_one_photograph_look_alike() throws Exception {
        var folder = Samples.folder("exif-orientation");
        var media = new ArrayList<Media>();
        for (int i = 0; i <= 8; i++) {
            media.add(workshop.take(folder.resolve("Landscape_%d.jpg".formatted(i))));
        }
        for (var one : media) {
            assertThat(one.width()).isEqualTo(1800);
            assertThat(one.height()).isEqualTo(1200);
            assertThat(distance(one, media.getFirst())).isLessThanOrEqualTo(ALIKE);
            var preview = one.derivative(DerivativeKind.PREVIEW_320).orElseThrow();
            assertThat(List.of(preview.width(), preview.height())).containsExactly(320, 213);
        }
    }

    @Test
    void a_turned_png_is_turned_back_and_an_untagged_one_is_not() throws Exception {
        var plain = Synthetic.image("png", 120, 80, 21);
        var upright = workshop.take(plain);
        var turned = workshop.take(withOrientation(plain, 6));
        var half = workshop.take(withOrientation(plain, 3));
        assertThat(List.of(turned.width(), turned.height())).containsExactly(80, 120);
        assertThat(List.of(half.width(), half.height())).containsExactly(120, 80);
        assertThat(distance(upright, turned)).isGreaterThan(ALIKE);
        assertThat(distance(upright, half)).isGreaterThan(ALIKE);
        var again = workshop.take(withOrientation(plain, 1));
        assertThat(distance(upright, again)).isZero();
    }

    @Test
    void no_derivative_carries_exif_places_names_or_tags() throws Exception {
        var pictures = Samples.folder("images-pillow");
        for (var file :
                List.of("exif_gps.jpg", "exif.png", "flower.webp", "hopper_orientation_6.webp", "exif_text.png")) {
            var media = workshop.take(pictures.resolve(file));
            assertThat(media.derivatives()).isNotEmpty();
            for (var derivative : media.derivatives()) {
                assertThat(chunks(workshop.bytes(media, derivative.kind()))).isSubsetOf("VP8X", "VP8 ", "VP8L", "ALPH");
            }
        }
        var sounds = Samples.folder("audio-mutagen");
        var tags = java.util.Map.of(
                "has-tags.m4a", "test artist", "silence-44-s.flac", "piman", "silence-44-s.mp3", "piman");
        for (var entry : tags.entrySet()) {
            var original = sounds.resolve(entry.getKey());
            assertThat(text(Files.readAllBytes(original)).contains(entry.getValue()))
                    .as("%s has tags", entry.getKey())
                    .isTrue();
            var media = workshop.take(original);
            var proxy = text(workshop.bytes(media, DerivativeKind.AUDIO));
            for (var trace : List.of(entry.getValue(), "title=", "artist=", "lavf")) {
                assertThat(proxy.contains(trace))
                        .as("%s in the proxy of %s", trace, entry.getKey())
                        .isFalse();
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void transparent_pictures_keep_their_transparency() throws Exception {
        var media = workshop.take(Samples.folder("images-pillow").resolve("transparent_background_text.png"));
        assertThat(chunks(workshop.bytes(media, DerivativeKind.PREVIEW_320))).contains("ALPH");
    }

    @Test
    void an_animated_gif_has_as_many_pictures_as_its_suite_says_and_a_silent_video() throws Exception {
        var folder = Samples.folder("gif-suite");
        int moving = 0;
        for (var conf : Files.readAllLines(folder.resolve("TESTS"))) {
            var settings = folder.resolve(conf + ".conf");
            var text = Files.exists(settings) ? Files.readString(settings) : "";
            if (!text.contains("delay = ") || text.contains("delay = 0")) {
                continue;
            }
            int frames = text.lines()
                    .filter(l -> l.startsWith("frames = "))
                    .findFirst()
                    .orElseThrow()
                    .split(",")
                    .length;
            var media = workshop.take(folder.resolve(conf + ".gif"));
            assertThat(media.frames()).as(conf).isEqualTo(frames);
            assertThat(media.derivative(DerivativeKind.VIDEO).isPresent())
                    .as(conf)
                    .isEqualTo(frames > 1);
            moving += frames > 1 ? 1 : 0;
        }
        assertThat(moving).isGreaterThan(3);
    }

    private static int distance(Media one, Media other) {
        return Long.bitCount(one.perceptualHash() ^ other.perceptualHash());
    }

    private static List<String> chunks(byte[] webp) {
        var names = new ArrayList<String>();
        var bytes = ByteBuffer.wrap(webp).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at + 8 <= webp.length; at += 8 + bytes.getInt(at + 4) + (bytes.getInt(at + 4) & 1)) {
            names.add(new String(webp, at, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }

    /** Puts an eXIf chunk with this orientation behind the header of a PNG. */
    private static byte[] withOrientation(byte[] png, int orientation) throws Exception {
        var exif = ByteBuffer.allocate(4 + 26);
        exif.put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x4D4D002A)
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        var crc = new CRC32();
        crc.update(exif.array());
        var result = new ByteArrayOutputStream();
        result.write(png, 0, 33);
        result.write(ByteBuffer.allocate(4).putInt(26).array());
        result.write(exif.array());
        result.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        result.write(png, 33, png.length - 33);
        return result.toByteArray();
    }
}
