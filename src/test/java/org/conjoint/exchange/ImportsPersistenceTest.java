package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.content.Post;
import org.conjoint.content.Posts;
import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.JobState;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class ImportsPersistenceTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Jobs jobs;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    private final String source = "source-" + UUID.randomUUID();

    @Test
    void a_folder_is_taken_once_and_a_second_run_changes_nothing() throws IOException {
        var text = new StringBuilder();
        for (var i = 0; i < 250; i++) {
            text.append(
                    "{\"id\":\"p%d\",\"caption\":\"caption %d\\r\\n\",\"source\":\"%s\"}%n".formatted(i, i, source));
        }
        Files.writeString(folder.resolve("metadata.jsonl"), text);
        assertThat(run(ImportRequest.of(folder)).rows()).isEqualTo(new JobCounts(250, 0, 0, 0, 0));
        assertThat(run(ImportRequest.of(folder)).rows()).isEqualTo(new JobCounts(0, 0, 250, 0, 0));
        Files.writeString(
                folder.resolve("metadata.jsonl"), text.toString().replace("caption 7\\r", "caption seven\\r"));
        assertThat(run(ImportRequest.of(folder)).rows()).isEqualTo(new JobCounts(0, 1, 249, 0, 0));
        assertThat(find("p7")).hasSize(1).first().satisfies(post -> {
            assertThat(post.revision()).isEqualTo(2);
            assertThat(post.data().caption()).isEqualTo("caption seven\r\n");
        });
    }

    @Test
    void a_time_series_comes_in_from_a_folder_and_one_that_cannot_be_read_is_told_of() throws IOException {
        Files.writeString(folder.resolve("ride.csv"), "t_s,speed [km/h]\n0,%d\n1,12\n".formatted(System.nanoTime()));
        Files.writeString(folder.resolve("broken.csv"), "t_s,speed\n1,2\n0,%d\n".formatted(System.nanoTime()));
        Files.writeString(
                folder.resolve("metadata.csv"),
                "id,source,sensor_file_name\nride,%1$s,ride.csv\nbroken,%1$s,broken.csv\n".formatted(source));
        var result = run(ImportRequest.of(folder));
        assertThat(result.rows()).isEqualTo(new JobCounts(2, 0, 0, 0, 0));
        assertThat(find("ride"))
                .singleElement()
                .satisfies(post -> assertThat(post.data().sensors()).isNotNull());
        assertThat(rows(result))
                .extracting(JobRow::message)
                .anySatisfy(message -> assertThat(message).contains("time series", "Line 3: the time goes back"));
    }

    @Test
    void every_row_is_in_the_report_with_its_place_and_reason() throws IOException {
        Files.writeString(folder.resolve("posts.jsonl"), """
                {"type":"post","id":"a","source":"%1$s","caption":"x"}
                {"type":"post","id":"b","source":"%1$s","image":"../secret.png"}
                not json
                {"type":"post","id":"a","source":"%1$s","caption":"x"}
                {"type":"post","id":"a","source":"%1$s","caption":"y"}
                {"type":"post","id":"c","source":"%1$s","transcript":"WEBVTT\\n\\n00:09.000 --> 00:01.000\\nback"}
                {"type":"post","id":"d","source":"%1$s","language":"zh_CN"}
                {"type":"verdict","id":"v","post":"nowhere-%1$s","rater":"t:x","policy":"harassment","grades":{"joint":"none"}}
                """.formatted(source));
        var result = run(ImportRequest.of(folder.resolve("posts.jsonl")));
        var rows = rows(result);
        assertThat(rows).extracting(JobRow::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(rows)
                .extracting(JobRow::outcome)
                .containsExactly(
                        RowOutcome.CREATED,
                        RowOutcome.REFUSED,
                        RowOutcome.REFUSED,
                        RowOutcome.UNCHANGED,
                        RowOutcome.REFUSED,
                        RowOutcome.REPAIRED,
                        RowOutcome.REFUSED,
                        RowOutcome.REFUSED);
        assertThat(rows).extracting(JobRow::place).startsWith("posts.jsonl:1", "posts.jsonl:2", "posts.jsonl:3");
        assertThat(rows.get(1).message()).contains("outside the folder");
        assertThat(rows.get(4).message()).contains("used before");
        assertThat(rows.get(5).message()).contains("Transcript line 3");
        assertThat(rows.get(6).message()).contains("BCP 47", "zh_CN");
        assertThat(rows.get(7).message()).contains("not known");
        assertThat(result.rows()).isEqualTo(new JobCounts(1, 0, 1, 1, 5));
    }

    @Test
    void a_file_without_rows_to_read_fails_the_import_with_what_is_missing() {
        var result = run(ImportRequest.of(folder));
        assertThat(result.state()).isEqualTo(JobState.FAILED);
        assertThat(result.message()).contains("nothing to import: neither metadata.jsonl");
    }

    @Test
    void a_mapping_that_cannot_be_used_is_told_before_a_job_begins() {
        assertThatThrownBy(() -> accounts.runAsSystem(
                        () -> imports.start(ImportRequest.of(folder).withMapping("m.yaml", "mapping: 1\nrows: {}\n"))))
                .hasMessageContaining("m.yaml:2");
    }

    @Test
    void an_archive_is_unpacked_read_and_removed() throws IOException {
        var zip = folder.resolve("set.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("set/metadata.csv"));
            out.write("id,caption,source\nz,from a zip,%s\n"
                    .formatted(source)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.closeEntry();
        }
        assertThat(run(ImportRequest.of(zip).thenDiscard()).rows()).isEqualTo(new JobCounts(1, 0, 0, 0, 0));
        assertThat(find("z").getFirst().data().caption()).isEqualTo("from a zip");
        assertThat(zip).doesNotExist();
    }

    private ImportResult run(ImportRequest request) {
        return accounts.runAsSystem(() -> {
            try {
                return imports.run(request, job -> {});
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<JobRow> rows(ImportResult result) {
        return asSystem(() -> jobs.rows(new JobId(result.job()), 0, 1000, null));
    }

    private List<Post> find(String id) {
        return asSystem(() -> posts.findByExternalIds(List.of(id))).stream()
                .filter(post -> source.equals(post.data().source()))
                .toList();
    }

    private <T> T asSystem(Supplier<T> work) {
        return accounts.runAsSystem(work);
    }
}
