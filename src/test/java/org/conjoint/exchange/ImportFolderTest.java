package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.conjoint.exchange.format.RowRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFolderTest {

    @TempDir
    Path folder;

    private ImportFolder set;

    @BeforeEach
    void files() throws Exception {
        Files.createDirectories(folder.resolve("set/media"));
        Files.writeString(folder.resolve("set/media/a.png"), "a");
        Files.writeString(folder.resolve("secret"), "s");
        Files.createSymbolicLink(folder.resolve("set/link"), folder.resolve("secret"));
        set = new ImportFolder(folder.resolve("set"));
    }

    @Test
    void a_file_inside_is_found() throws Exception {
        assertThat(set.file("media/a.png")).hasContent("a");
        assertThat(set.file("media/../media/a.png")).hasContent("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "media/../../secret", "/etc/passwd", "link", "", " ", "media", "nothing", "a\u0000b"
            })
    void a_file_that_is_not_inside_is_refused(String name) {
        assertThatThrownBy(() -> set.file(name)).isInstanceOf(RowRefused.class);
    }
}
