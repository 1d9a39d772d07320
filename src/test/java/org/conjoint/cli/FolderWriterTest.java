package org.conjoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.conjoint.cli.FolderWriter.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWriterTest {
    private static final Map<String, String> FILES = Map.of("a", "one\r\n", "b", "\uFEFFtwo");

    @TempDir
    Path disk;

    private Path folder;

    @BeforeEach
    void place() {
        folder = disk.resolve("new").resolve("policy");
    }

    @Test
    void a_new_folder_holds_the_files_byte_for_byte_and_nothing_stays_beside_it() throws IOException {
        assertThat(FolderWriter.write(folder, FILES, false)).isEqualTo(Written.WRITTEN);
        assertThat(Files.readString(folder.resolve("a"))).isEqualTo("one\r\n");
        assertThat(Files.readString(folder.resolve("b"))).isEqualTo("\uFEFFtwo");
        assertThat(folder.getParent()).isDirectoryContaining(path -> path.equals(folder));
        assertThat(Files.list(folder.getParent())).hasSize(1);
        assertThat(FolderWriter.write(folder, FILES, false)).isEqualTo(Written.UNCHANGED);
    }

    @Test
    void other_files_are_replaced_only_when_that_is_asked_for() throws IOException {
        FolderWriter.write(folder, Map.of("mine", "x"), false);
        assertThat(FolderWriter.write(folder, FILES, false)).isEqualTo(Written.REFUSED);
        assertThat(folder.resolve("mine")).hasContent("x");
        assertThat(FolderWriter.write(folder, FILES, true)).isEqualTo(Written.WRITTEN);
        assertThat(folder.resolve("mine")).doesNotExist();
        assertThat(folder.resolve("a")).exists();
        assertThat(Files.list(folder.getParent())).hasSize(1);
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        Files.createDirectories(folder);
        assertThat(FolderWriter.write(folder, FILES, false)).isEqualTo(Written.WRITTEN);
        assertThat(folder.resolve("a")).exists();
    }

    @Test
    void links_and_folders_are_never_replaced() throws IOException {
        var elsewhere = Files.createDirectories(disk.resolve("elsewhere"));
        Files.createDirectories(folder.getParent());
        Files.createSymbolicLink(folder, elsewhere);
        assertThat(FolderWriter.write(folder, FILES, true)).isEqualTo(Written.REFUSED);
        assertThat(elsewhere).isEmptyDirectory();
        Files.createDirectory(elsewhere.resolve("inner"));
        assertThat(FolderWriter.write(elsewhere, FILES, true)).isEqualTo(Written.REFUSED);
        assertThat(elsewhere.resolve("inner")).exists();
    }
}
