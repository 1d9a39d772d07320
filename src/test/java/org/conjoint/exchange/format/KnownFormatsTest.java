package org.conjoint.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFormatsTest {

    @TempDir
    Path folder;

    @Test
    void metadata_csv_names_files_beside_it_and_leaves_out_empty_cells() throws IOException {
        file("train/metadata.csv", "file_name,text,label\na.png,A frog,3\nb.png,,\n");
        var all = read(KnownFormats.folder(folder));
        var first = (Incoming.NewPost) all.getFirst();
        assertThat(first.id()).isEqualTo("train/a.png");
        assertThat(first.file()).isEqualTo("train/a.png");
        assertThat(first.caption()).isEqualTo("A frog");
        assertThat(((Incoming.NewPost) all.get(1)).caption()).isNull();
    }

    @Test
    void a_line_that_cannot_be_read_does_not_hide_the_others() throws IOException {
        var bad = "{\"id\":\"b\",\"caption\":\"\u00FF\"}".getBytes(StandardCharsets.ISO_8859_1);
        var out = new java.io.ByteArrayOutputStream();
        out.write("\uFEFF{\"id\":\"a\",\"caption\":\"x\\r\\ny\"}\r\n".getBytes(StandardCharsets.UTF_8));
        out.write(bad);
        out.write("\n{\"id\":\"c\",\"id\":\"d\"}\n\n[1]\n{\"id\":\"e\"} x\n{\"id\":\"f\""
                .getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("metadata.jsonl"), out.toByteArray());
        var all = read(KnownFormats.folder(folder));
        assertThat(((Incoming.NewPost) all.getFirst()).caption()).isEqualTo("x\r\ny");
        assertThat(all.stream().skip(1)).allMatch(Incoming.Unreadable.class::isInstance);
        assertThat(all).extracting(item -> item.place().line()).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
        assertThat(((Incoming.Unreadable) all.get(1)).reason()).isEqualTo("The line is not UTF-8");
        assertThat(((Incoming.Unreadable) all.get(2)).reason()).contains("Duplicate");
        assertThat(((Incoming.Unreadable) all.get(3)).reason()).contains("not a JSON object");
    }

    @Test
    void a_line_too_long_is_refused_and_passed_over() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("metadata.jsonl"))) {
            for (var i = 0; i < 17; i++) {
                out.write(" ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
            }
            out.write("\n{\"id\":\"a\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        var all = read(KnownFormats.folder(folder));
        assertThat(((Incoming.Unreadable) all.getFirst()).reason()).contains("longer than");
        assertThat(all.getLast().subject()).isEqualTo("a");
    }

    @Test
    void deep_nesting_is_refused() throws IOException {
        file("metadata.jsonl", "{\"id\":" + "[".repeat(100_000) + "\n");
        assertThat(((Incoming.Unreadable) read(KnownFormats.folder(folder)).getFirst()).reason())
                .contains("nesting depth");
    }

    @Test
    void csv_rows_with_too_many_cells_are_refused_with_their_line() throws IOException {
        file("metadata.csv", "id,caption\na,x\nb,x,y\n\"c\n2\",z\nd,\"open\n");
        var all = read(KnownFormats.folder(folder));
        assertThat(all).extracting(item -> item.place().line()).startsWith(2L, 3L, 4L);
        assertThat(((Incoming.Unreadable) all.get(1)).reason()).contains("3 cells", "2 columns");
    }

    @Test
    void a_header_that_names_a_column_twice_is_refused() throws IOException {
        file("metadata.csv", "id,id\na,b\n");
        assertThat(((Incoming.Unreadable) read(KnownFormats.folder(folder)).getFirst()).reason())
                .contains("twice");
    }

    @Test
    void a_verdict_of_conjoint_jsonl_is_read_whole() throws IOException {
        file("posts.jsonl", """
                {"type":"verdict","id":"v1","post":"p1","rater":"demo:ana","policy":"harassment","version":"1.0.0","locale":"en",\
                "grades":{"image":"none","caption":"none","audio":"absent","joint":"violating"},\
                "clauses":{"image":[],"caption":[],"audio":[],"joint":["HAR-2.1"]},"principal":"HAR-2.1",\
                "reading":"Dana stinks","confidence":"sure","pairs":{"image_caption":"yes"},"submitted_at":"2026-11-14T09:12:00Z"}
                """);
        var verdict = (Incoming.NewVerdict) read(KnownFormats.conjoint(folder)).getFirst();
        assertThat(verdict.source()).isEqualTo("demo");
        assertThat(verdict.rater()).isEqualTo("ana");
        assertThat(verdict.form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(verdict.form().grades())
                .containsEntry(Part.IMAGE, PartGrade.NONE)
                .containsEntry(Part.AUDIO, PartGrade.ABSENT);
        assertThat(verdict.form().jointClauses()).containsExactly("HAR-2.1");
        assertThat(verdict.form().pairs()).containsEntry(Pair.IMAGE_CAPTION, PairAnswer.YES);
        assertThat(verdict.submittedAt()).hasToString("2026-11-14T09:12:00Z");
    }

    @Test
    void a_field_or_value_that_is_not_known_is_refused_with_its_name() throws IOException {
        file("a.jsonl", """
                {"type":"post","id":"a","captoin":"x"}
                {"type":"verdict","id":"b","post":"a","rater":"x","policy":"p","grades":{"joint":"awful"}}
                {"type":"post","id":"c","caption":["x"]}
                {"id":"d"}
                {"type":"post","id":"e","created_at":"yesterday"}
                """);
        assertThat(read(KnownFormats.conjoint(folder)))
                .extracting(item -> ((Incoming.Unreadable) item).reason())
                .satisfiesExactly(
                        r -> assertThat(r).contains("“captoin”"),
                        r -> assertThat(r).contains("“awful” is not a joint grade"),
                        r -> assertThat(r).contains("“caption” is a text"),
                        r -> assertThat(r).contains("“type” is missing"),
                        r -> assertThat(r).contains("“created_at”", "yesterday"));
    }

    @Test
    void a_folder_without_what_is_wanted_says_so() {
        assertThatThrownBy(() -> KnownFormats.folder(folder)).hasMessageContaining("no metadata.jsonl");
        assertThatThrownBy(() -> KnownFormats.conjoint(folder)).hasMessageContaining("nor another .jsonl file");
    }

    private static List<Incoming> read(ItemReader reader) throws IOException {
        var all = new ArrayList<Incoming>();
        try (reader) {
            for (var next = reader.next(); next != null; next = reader.next()) {
                all.add(next);
            }
        }
        return all;
    }

    private void file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
