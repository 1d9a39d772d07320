package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.conjoint.media.TextReading.NotInstalled;
import org.conjoint.media.TextReading.NotReadable;
import org.conjoint.media.TextReading.Read;
import org.conjoint.media.TextReading.Suggestion;
import org.conjoint.media.TextReading.Waiting;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;

@PersistenceTest
@WithMockUser
class TextReadingPersistenceTest {

    @Autowired
    MediaLibrary library;

    @Autowired
    MediaRecords media;

    @Autowired
    TextRecords records;

    @Autowired
    Decoders decoders;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path empty;

    @Test
    void without_language_data_it_says_where_it_looked_and_what_to_install() throws Exception {
        var picture = library.take(new ByteArrayInputStream(drawn("HELLO", 40, 60)));
        assertThat(over(empty.toString()).suggest(picture.id(), "en"))
                .isInstanceOfSatisfying(NotInstalled.class, answer -> {
                    assertThat(answer.looked()).containsExactly(empty);
                    assertThat(answer.advice()).contains("tesseract-ocr-eng", "conjoint.ocr.data");
                });
    }

    @Test
    void a_sound_has_no_picture_to_read() throws Exception {
        var sound = library.take(new ByteArrayInputStream(Synthetic.tone(620, 8000, 1, 300)));
        assertThat(over(empty.toString()).suggest(sound.id(), null))
                .isEqualTo(new NotReadable("There is no picture to read."));
    }

    @Test
    void a_text_is_read_in_the_box_where_it_stands_and_kept() throws Exception {
        assumeInstalled();
        var picture = library.take(new ByteArrayInputStream(drawn("HELLO 2026", 120, 500)));
        var read = read(picture.id(), "en");
        assertThat(read.language()).isEqualTo("eng");
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("HELLO 2026");
            assertThat(line.x()).isCloseTo(120 / 1000.0, within(0.02));
            // capitals and figures stand on the base line and are 0.72 of the font's size high
            assertThat(line.y() + line.height()).isCloseTo(500 / 800.0, within(0.02));
            assertThat(line.height()).isCloseTo(0.72 * 80 / 800, within(0.02));
            assertThat(line.width()).isBetween(0.4, 0.6);
            assertThat(line.confidence()).isGreaterThan(0.6);
        });
        assertThat(records.find(picture.id(), "eng", TextReading.ENGINE)).contains(read.lines());
    }

    @Test
    void a_picture_without_text_has_no_lines() throws Exception {
        assumeInstalled();
        var picture = library.take(new ByteArrayInputStream(drawn("", 10, 10)));
        assertThat(read(picture.id(), null).lines()).isEmpty();
    }

    private static void assumeInstalled() {
        var places = OcrData.places(null, System.getenv("TESSDATA_PREFIX"));
        var english = OcrData.in(places).filter(data -> data.languages().contains("eng"));
        assumeTrue(english.isPresent(), "Skipped: no English data of Tesseract in " + places);
    }

    private Read read(MediaId id, String language) throws Exception {
        var reading = over(null);
        Suggestion answer = new Waiting();
        for (int i = 0; i < 60 && answer instanceof Waiting; i++) {
            answer = reading.suggest(id, language);
        }
        assertThat(answer).isInstanceOf(Read.class);
        return (Read) answer;
    }

    private TextReading over(String data) {
        var properties = new OcrProperties(data, Duration.ofSeconds(2));
        return new TextReading(media, records, decoders, properties, transactions);
    }

    /** Black on a light ground, 1000 × 800 pixels; the base line begins at x, y. */
    private static byte[] drawn(String text, int x, int y) throws Exception {
        var image = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(240, 236, 220));
        graphics.fillRect(0, 0, 1000, 800);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 80));
        graphics.drawString(text, x, y);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
