package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrDataTest {

    @TempDir
    Path folder;

    @Test
    void a_set_folder_is_the_only_one_that_is_looked_at() {
        assertThat(OcrData.places("/some/where", "/else")).containsExactly(Path.of("/some/where"));
    }

    @Test
    void without_one_the_environment_comes_before_the_places_of_the_system() {
        assertThat(OcrData.places(null, "/else")).startsWith(Path.of("/else")).contains(Path.of("/usr/share/tessdata"));
    }

    @Test
    void a_folder_without_a_language_is_passed_over() throws Exception {
        var empty = Files.createDirectory(folder.resolve("empty"));
        Files.createFile(empty.resolve("osd.traineddata"));
        var full = with("eng", "deu", "osd");
        assertThat(OcrData.in(List.of(folder.resolve("missing"), empty))).isEmpty();
        assertThat(OcrData.in(List.of(empty, full)).orElseThrow().languages()).containsExactly("deu", "eng");
    }

    @ParameterizedTest
    @CsvSource({
        "de, deu",
        "de-AT, deu",
        "pt-BR, eng",
        ", eng",
        "zh-TW, chi_tra",
        "zh, chi_sim",
        "sr-Latn, srp_latn",
        "sr, srp",
        "qaa-x-odd, eng"
    })
    void a_text_is_read_in_its_language_where_that_is_installed_else_in_english(String tag, String language)
            throws Exception {
        var data = OcrData.in(List.of(with("eng", "deu", "chi_sim", "chi_tra", "srp", "srp_latn")))
                .orElseThrow();
        assertThat(data.languageFor(tag)).isEqualTo(language);
    }

    @Test
    void where_english_is_missing_another_language_is_better_than_none() throws Exception {
        assertThat(OcrData.in(List.of(with("jpn"))).orElseThrow().languageFor("en"))
                .isEqualTo("jpn");
    }

    private Path with(String... languages) throws Exception {
        var made = Files.createTempDirectory(folder, "data");
        for (var language : languages) {
            Files.createFile(made.resolve(language + ".traineddata"));
        }
        return made;
    }
}
