package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.exchange.format.Json;
import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Twins come in by columns of an import and go out as families, on one side of the split, and as contrast sets. */
@PersistenceTest
class TwinExchangePersistenceTest {

    private static final String TWIN = "\"twin_of\":\"a-%1$s\",\"changed_part\":\"%2$s\",\"expected_joint\":\"none\"";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    VerdictExport export;

    @Autowired
    Accounts accounts;

    @Autowired
    Jobs jobs;

    @Autowired
    DSLContext db;

    private final String name = "twins-" + UUID.randomUUID();

    @BeforeEach
    void numbers() {
        PostNumbers.farOff(db);
    }

    @Test
    void a_family_is_on_one_side_and_its_pairs_are_matching_or_distractors() throws IOException {
        write(
                post("a", "see you at 8"),
                post("b", "see you never", "a", "caption"),
                post("c", "see you at 9", "a", "caption"),
                verdict("a", "violating"),
                verdict("b", "none"),
                verdict("c", "violating"));
        assertThat(run().rows()).isEqualTo(new JobCounts(6, 0, 0, 0, 0));
        assertThat(run().rows().unchanged()).isEqualTo(6);
        var result = accounts.runAsSystem(() -> write(folder.resolve("out")));

        var rows = lines("verdicts.jsonl", "/post/source");
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.at("/family").asString()).isEqualTo("a-" + name);
            assertThat(row.at("/split").asString()).isEqualTo(new ExportSplit(80, 10, 10).of("a-" + name));
        });
        var contrasts = lines("contrast.jsonl", "/anchor/post/source");
        var schema = SchemaTest.schema("export-contrast.schema.json");
        assertThat(contrasts).hasSize(2).allSatisfy(row -> {
            assertThat(schema.validate(row)).isEmpty();
            assertThat(row.at("/family").asString()).isEqualTo("a-" + name);
            assertThat(row.at("/changed_part").asString()).isEqualTo("caption");
            assertThat(row.at("/expected_joint").asString()).isEqualTo("none");
            assertThat(row.at("/anchor/post/id").asString()).isEqualTo("a-" + name);
            assertThat(row.at("/anchor/joint").asString()).isEqualTo("violating");
            assertThat(row.at("/anchor/grades/violating").asLong()).isEqualTo(1);
        });
        assertThat(contrasts)
                .extracting(row -> row.at("/twin/joint").asString())
                .containsExactly("none", "violating");
        assertThat(contrasts).extracting(row -> row.at("/kind").asString()).containsExactly("distractor", "matching");
        assertThat(result.manifest().split()).isEqualTo(new ExportSplit(80, 10, 10));
        assertThat(result.manifest().splits().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(result.manifest().verdicts());
        assertThat(result.manifest().files())
                .filteredOn(file -> file.name().equals("contrast.jsonl"))
                .singleElement()
                .satisfies(file -> assertThat(file.rows())
                        .isEqualTo(Files.readAllLines(folder.resolve("out/contrast.jsonl"))
                                .size()));
    }

    @Test
    void rows_that_are_no_twins_are_refused_each_with_its_reason() throws IOException {
        write(
                post("early", "x", "a", "caption"),
                post("a", "see you at 8"),
                post("same", "see you at 8", "a", "caption"),
                post("other", "see you never", "a", "image"),
                "{\"type\":\"post\",\"id\":\"half-%s\",\"twin_of\":\"a\"}".formatted(name),
                post("good", "see you never", "a", "caption"));
        var result = run();
        assertThat(result.rows()).isEqualTo(new JobCounts(2, 0, 0, 0, 4));
        var report = accounts.runAsSystem(() -> jobs.rows(new JobId(result.job()), 0, 10, RowOutcome.REFUSED));
        assertThat(report)
                .extracting(JobRow::message)
                .satisfiesExactly(
                        early -> assertThat(early).contains("has to come before its twin"),
                        same -> assertThat(same).contains("Nothing differs"),
                        other -> assertThat(other)
                                .contains("Only the image may differ")
                                .contains("the caption does"),
                        half -> assertThat(half).contains("all three"));
    }

    private String post(String id, String caption) {
        return "{\"type\":\"post\",\"id\":\"%1$s-%2$s\",\"source\":\"%2$s\",\"caption\":\"%3$s\"}"
                .formatted(id, name, caption);
    }

    private String post(String id, String caption, String of, String part) {
        assertThat(of).isEqualTo("a");
        return post(id, caption).replace("}", "," + TWIN.formatted(name, part) + "}");
    }

    private String verdict(String post, String joint) {
        var clauses = joint.equals("none") ? "" : ",\"clauses\":{\"joint\":[\"HAR-2.1\"]},\"principal\":\"HAR-2.1\"";
        return ("{\"type\":\"verdict\",\"id\":\"v-%1$s\",\"post\":\"%1$s-%2$s\",\"rater\":\"%2$s:ana\","
                        + "\"policy\":\"harassment\",\"grades\":{\"caption\":\"none\",\"joint\":\"%3$s\"}%4$s}")
                .formatted(post, name, joint, clauses);
    }

    private void write(String... lines) throws IOException {
        Files.write(folder.resolve("a.jsonl"), List.of(lines));
    }

    private ImportResult run() {
        return accounts.runAsSystem(() -> {
            try {
                return imports.run(ImportRequest.of(folder.resolve("a.jsonl")), job -> {});
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private ExportResult write(Path out) {
        try {
            return export.write(out, new ExportFilter(null), written -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of this test: the database is shared with others. */
    private List<JsonNode> lines(String file, String source) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file)).stream()
                .map(Json.MAPPER::readTree)
                .filter(row -> row.at(source).asString("").equals(name))
                .toList();
    }
}
