package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Archive.Limits SMALL = new Archive.Limits(3, 4_000_000, 10);

    @TempDir
    Path folder;

    private Path zip;
    private Path target;

    @BeforeEach
    void paths() {
        zip = folder.resolve("a.zip");
        target = folder.resolve("in/side/target");
    }

    @Test
    void a_folder_comes_out_as_it_went_in() throws IOException {
        write("set/metadata.jsonl", "{}".getBytes(StandardCharsets.UTF_8), "set/media/ä b.png", new byte[] {1, 2});
        unpack();
        var content = Archive.content(target);
        assertThat(content).isEqualTo(target.resolve("set"));
        assertThat(content.resolve("metadata.jsonl")).hasContent("{}");
        assertThat(content.resolve("media/ä b.png")).hasBinaryContent(new byte[] {1, 2});
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "..\\evil", "a/b/../../../evil", ".."})
    void a_name_that_leads_outside_is_refused_and_nothing_is_left(String name) throws IOException {
        write("fine", new byte[1], name, new byte[1]);
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside itself");
        assertNothingLeft();
    }

    @Test
    void a_bomb_is_stopped_while_it_expands() throws IOException {
        write("bomb", new byte[3_000_000]);
        assertThatThrownBy(this::unpack).hasMessageContaining("bomb");
        assertNothingLeft();
    }

    @Test
    void an_archive_with_too_much_in_all_is_stopped() throws IOException {
        write("a", noise(3_000_000), "b", noise(3_000_000));
        assertThatThrownBy(this::unpack).hasMessageContaining("more than 4,000,000 bytes");
        assertNothingLeft();
    }

    @Test
    void an_archive_with_too_many_files_is_stopped() throws IOException {
        write("a", new byte[1], "b", new byte[1], "c", new byte[1], "d", new byte[1]);
        assertThatThrownBy(this::unpack).hasMessageContaining("more than 3 files");
        assertNothingLeft();
    }

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        Files.writeString(zip, "not a zip");
        assertThatThrownBy(this::unpack).hasMessageContaining("damaged");
        assertNothingLeft();
    }

    @Test
    void unpacking_again_does_nothing() throws IOException {
        write("a", new byte[1]);
        unpack();
        Files.delete(zip);
        unpack();
        assertThat(target.resolve("a")).exists();
    }

    private void unpack() throws IOException {
        new Archive(SMALL).unpack(zip, target, () -> {});
    }

    private void assertNothingLeft() throws IOException {
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(zip);
        }
    }

    private void write(Object... namesAndBytes) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var i = 0; i < namesAndBytes.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                out.write((byte[]) namesAndBytes[i + 1]);
                out.closeEntry();
            }
        }
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }
}
