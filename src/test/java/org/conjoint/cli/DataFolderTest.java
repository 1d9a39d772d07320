package org.conjoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_second_hold_is_refused_and_names_the_console_that_has_the_folder() throws Exception {
        try (var held = DataFolder.hold(folder)) {
            held.announce("http://127.0.0.1:8123");
            assertThatThrownBy(() -> DataFolder.hold(folder))
                    .isInstanceOf(FolderHeld.class)
                    .hasMessageContaining("http://127.0.0.1:8123")
                    .extracting(e -> ((FolderHeld) e).advice("-X POST %s/api/reindex"))
                    .asString()
                    .contains("curl -u NAME -X POST http://127.0.0.1:8123/api/reindex");
        }
    }

    @Test
    void a_folder_that_was_let_go_can_be_held_again() throws Exception {
        DataFolder.hold(folder.resolve("new")).close();
        try (var again = DataFolder.hold(folder.resolve("new"))) {
            assertThat(folder.resolve("new")).isDirectory();
        }
    }
}
