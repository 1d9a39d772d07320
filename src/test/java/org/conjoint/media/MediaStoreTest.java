package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStoreTest {

    @TempDir
    Path folder;

    @Test
    void a_start_removes_what_a_killed_console_left_half_done_and_nothing_else() throws Exception {
        var store = new MediaStore(folder, 1_000);
        var kept = store.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        Files.write(folder.resolve("incoming").resolve("half"), new byte[] {1});
        var derived = Files.createDirectories(folder.resolve("incoming").resolve("half-derived"));
        Files.write(derived.resolve("preview.webp"), new byte[] {1});

        store.sweep();

        assertThat(folder.resolve("incoming")).isEmptyDirectory();
        assertThat(store.original(kept.id())).hasBinaryContent(new byte[] {1, 2, 3});
    }
}
