package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.search.Library.ids;
import static org.conjoint.search.Library.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFoldersTest {
    @TempDir
    Path folder;

    @Test
    void a_new_index_is_not_whole_until_it_was_built() {
        try (var index = Library.open(folder)) {
            assertThat(index.whole()).isFalse();
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(post("a", "smell", "en")));
                rebuild.finish(Map.of("place", "7"));
            }
            assertThat(index.whole()).isTrue();
            assertThat(index.notes()).containsExactly(Map.entry("place", "7"));
        }
        try (var index = Library.open(folder)) {
            assertThat(index.whole()).isTrue();
            assertThat(index.notes()).containsExactly(Map.entry("place", "7"));
            assertThat(ids(index, "smell")).containsExactly("a");
        }
    }

    @Test
    void search_goes_on_while_the_index_is_rebuilt_and_changes_meanwhile_are_kept() {
        try (var index = Library.open(folder)) {
            Library.put(index, post("a", "smell", "en"), post("gone", "smell", "en"));
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(post("a", "smell again", "en")));
                assertThat(ids(index, "smell")).containsExactlyInAnyOrder("a", "gone");
                assertThatThrownBy(index::rebuild).isInstanceOf(IllegalStateException.class);
                Library.put(index, post("new", "smell", "en"));
                assertThat(ids(index, "smell")).hasSize(3);
                rebuild.finish(Map.of());
            }
            assertThat(ids(index, "smell")).containsExactlyInAnyOrder("a", "new");
            assertThat(ids(index, "again")).containsExactly("a");
        }
        assertThat(folders()).hasSize(1);
    }

    @Test
    void a_rebuild_that_is_given_up_leaves_the_index_as_it_was() {
        try (var index = Library.open(folder)) {
            Library.put(index, post("a", "smell", "en"));
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(post("b", "smell", "en")));
            }
            assertThat(ids(index, "smell")).containsExactly("a");
        }
        assertThat(folders()).hasSize(1);
    }

    @Test
    void a_damaged_index_is_moved_aside_and_begun_anew() throws IOException {
        built();
        try (var files = Files.list(folders().getFirst())) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "not an index");
            }
        }
        try (var index = Library.open(folder)) {
            assertThat(index.whole()).isFalse();
            assertThat(index.entries()).isZero();
            Library.put(index, post("b", "smell", "en"));
            assertThat(ids(index, "smell")).containsExactly("b");
        }
        assertThat(folders())
                .hasSize(2)
                .anyMatch(path -> path.getFileName().toString().startsWith("aside-"));
    }

    @Test
    void an_index_whose_files_are_missing_is_begun_anew() throws IOException {
        built();
        try (var files = Files.list(folders().getFirst())) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(cfs|fdt|si)"))
                    .toList()) {
                Files.delete(file);
            }
        }
        try (var index = Library.open(folder)) {
            assertThat(index.whole()).isFalse();
        }
    }

    @Test
    void an_index_with_other_fields_is_begun_anew() {
        built();
        var other = new Schema(List.of(Field.text("caption", Level.ENTRY, 1)));
        try (var index = SearchIndex.open(folder, other)) {
            assertThat(index.whole()).isFalse();
            assertThat(index.entries()).isZero();
        }
    }

    @Test
    void an_index_that_another_holds_is_left_alone() {
        built();
        try (var index = Library.open(folder)) {
            assertThatThrownBy(() -> Library.open(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("held by another process");
            assertThat(index.entries()).isEqualTo(1);
        }
        assertThat(folders()).hasSize(1);
    }

    @Test
    void what_was_not_committed_is_gone_after_a_kill_and_the_rest_is_whole() throws IOException {
        built();
        var index = Library.open(folder);
        Library.put(index, post("b", "smell", "en"));
        var copy = Files.createTempDirectory(folder.getParent(), "killed");
        copy(folder, copy);
        index.close();
        try (var killed = Library.open(copy)) {
            assertThat(killed.whole()).isTrue();
            assertThat(ids(killed, "smell")).containsExactly("a");
        }
    }

    private void built() {
        try (var index = Library.open(folder)) {
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(post("a", "smell", "en")));
                rebuild.finish(Map.of());
            }
        }
    }

    private List<Path> folders() {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.endsWith("write.lock")) {
                    Files.copy(path, target);
                }
            }
        }
    }
}
