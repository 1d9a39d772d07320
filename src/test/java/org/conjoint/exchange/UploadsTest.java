package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class UploadsTest {

    @TempDir
    Path data;

    private Uploads uploads;

    @BeforeEach
    void open() {
        uploads = new Uploads(data, new ExchangeSettings(DataSize.ofBytes(10), List.of(), new ExportSplit(80, 10, 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "posts of May.zip, posts of May.zip",
        "Posts.JSONL, Posts.jsonl",
        "日本語.zip, 日本語.zip",
        "../../evil.zip, evil.zip",
        "C:\\data\\posts.zip, posts.zip",
        "..zip, upload..zip",
        "a<b>c.zip, a_b_c.zip"
    })
    void an_upload_keeps_its_name_and_stays_in_its_folder(String sent, String kept) throws IOException {
        var file = keep(sent);
        assertThat(file.getFileName()).hasToString(kept);
        assertThat(file.normalize().getParent().getParent()).isEqualTo(data.resolve("uploads"));
    }

    @Test
    void what_is_no_archive_and_no_lines_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> keep("notes.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("“notes.txt” cannot be imported: send a zip archive (.zip) or JSON lines (.jsonl)");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void an_upload_that_is_too_large_leaves_nothing_behind() {
        assertThatThrownBy(() -> uploads.keep(new ByteArrayInputStream(new byte[11]), "large.zip"))
                .isInstanceOf(Uploads.TooLarge.class);
        assertThat(data.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void a_discarded_upload_takes_its_folder_along() throws IOException {
        var file = keep("posts.zip");
        Uploads.discard(file);
        assertThat(data.resolve("uploads")).isEmptyDirectory();
        assertThat(Files.exists(data)).isTrue();
    }

    private Path keep(String name) throws IOException {
        return uploads.keep(new ByteArrayInputStream(new byte[] {1}), name);
    }
}
