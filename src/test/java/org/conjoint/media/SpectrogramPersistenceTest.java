package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conjoint.testing.Ffmpeg;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PersistenceTest
@WithMockUser
class SpectrogramPersistenceTest {
    private static final int RATE = 44100;

    @Autowired
    WebApplicationContext context;

    @Autowired
    MediaLibrary library;

    @Autowired
    MediaRecords records;

    @TempDir
    Path folder;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void a_tone_is_a_line_in_its_row_from_its_beginning_to_its_end() throws Exception {
        var sound = library.take(new ByteArrayInputStream(Synthetic.tone(1000, RATE, 2, 2000)));
        var picture = fetch(sound);
        assertThat(picture.columns()).isEqualTo(200);
        int row = (int) SpectrogramScale.row(1000);
        for (int column = 0; column < 200; column++) {
            assertThat(picture.brightestRow(column)).isBetween(row - 1, row + 1);
        }
        // a tenth of full scale is 20 dB below it
        assertThat(picture.decibels(row, 100)).isBetween(-24.0, -17.0);
        assertThat(picture.decibels((int) SpectrogramScale.row(5000), 100)).isLessThan(-80);
    }

    @Test
    void a_click_is_a_line_in_the_column_of_its_time() throws Exception {
        var wav = ByteBuffer.wrap(Synthetic.tone(0, RATE, 1, 3000)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8; i++) {
            wav.putShort(44 + 2 * (RATE * 3 / 2 + i), (short) (i % 2 == 0 ? 32000 : -32000));
        }
        var picture = fetch(library.take(new ByteArrayInputStream(wav.array())));
        int row = (int) SpectrogramScale.row(7500);
        int brightest = 0;
        for (int column = 0; column < picture.columns(); column++) {
            if (picture.decibels(row, column) > picture.decibels(row, brightest)) {
                brightest = column;
            }
        }
        assertThat(brightest).isBetween(149, 150);
        assertThat(picture.decibels(row, 140)).isLessThan(-80);
        assertThat(picture.decibels(row, 160)).isLessThan(-80);
    }

    @Test
    void it_is_drawn_once_and_then_known_with_its_hash() throws Exception {
        var sound = library.take(new ByteArrayInputStream(Synthetic.tone(555, RATE, 1, 800)));
        assertThat(sound.derivative(DerivativeKind.SPECTROGRAM)).isEmpty();
        var first = response(sound);
        var known = records.find(List.of(sound.id()))
                .get(sound.id())
                .derivative(DerivativeKind.SPECTROGRAM)
                .orElseThrow();
        assertThat(known.contentSha256()).hasSize(64);
        assertThat(known.width()).isEqualTo(80);
        assertThat(known.height()).isEqualTo(SpectrogramScale.ROWS);
        assertThat(response(sound).getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
    }

    @Test
    void a_picture_has_none() throws Exception {
        var image = library.take(new ByteArrayInputStream(Synthetic.image("png", 40, 30, System.nanoTime())));
        assertThat(response(image).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse response(Media media) throws Exception {
        return http.perform(get(MediaUrls.spectrogram(media.id())).with(user("someone")))
                .andReturn()
                .getResponse();
    }

    private Picture fetch(Media media) throws Exception {
        var response = response(media);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("image/webp");
        var webp = Files.write(folder.resolve("spectrogram.webp"), response.getContentAsByteArray());
        var grey = folder.resolve("spectrogram.grey");
        Ffmpeg.run("-i", webp.toString(), "-vf", "format=gray", "-f", "rawvideo", grey.toString());
        var pixels = Files.readAllBytes(grey);
        return new Picture(pixels.length / SpectrogramScale.ROWS, pixels);
    }

    private record Picture(int columns, byte[] grey) {

        double decibels(int row, int column) {
            return SpectrogramScale.FLOOR_DB * (1 - (grey[row * columns + column] & 0xFF) / 255.0);
        }

        int brightestRow(int column) {
            int best = 0;
            for (int row = 1; row < SpectrogramScale.ROWS; row++) {
                best = decibels(row, column) > decibels(best, column) ? row : best;
            }
            return best;
        }
    }
}
