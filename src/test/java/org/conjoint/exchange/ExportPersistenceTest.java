package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.Posts;
import org.conjoint.exchange.format.Json;
import org.conjoint.jobs.JobCounts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.Tryout;
import org.conjoint.work.Queues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What was imported comes out again, with its lineage. */
@PersistenceTest
class ExportPersistenceTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    VerdictExport export;

    @Autowired
    Accounts accounts;

    @Autowired
    Policies policies;

    @Autowired
    Posts posts;

    @Autowired
    Queues queues;

    @Autowired
    ApplicationContext context;

    private final String name = "set-" + UUID.randomUUID();

    @Test
    void imported_verdicts_come_out_with_lineage_and_a_manifest_that_fits() throws Exception {
        write("HAR-2.1", "Dana stinks, and all shall know");
        assertThat(run().rows()).isEqualTo(new JobCounts(4, 0, 0, 0, 0));
        var out = folder.resolve("out");
        var result = accounts.runAsSystem(() -> write(out));
        var rows = rows(out);
        assertThat(rows).hasSize(2);
        var first = rows.getFirst();
        assertThat(first.at("/external_id").asString()).isEqualTo(name + "/v1");
        assertThat(first.at("/post/caption").asString()).isEqualTo("Love the way\r\nyou smell 💐");
        assertThat(first.at("/grades/joint").asString()).isEqualTo("violating");
        assertThat(first.at("/grades/image").asString()).isEqualTo("absent");
        assertThat(first.at("/grades/caption").asString()).isEqualTo("none");
        assertThat(first.at("/composition").asString()).isEqualTo("emergent");
        assertThat(first.at("/clauses/joint/0/id").asString()).isEqualTo("HAR-2.1");
        assertThat(first.at("/clauses/joint/0/text_sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(first.at("/reading").asString()).isEqualTo("Dana stinks, and all shall know");
        assertThat(first.at("/submitted_at").asString()).startsWith("2026-11-14T09:12:00");
        assertThat(first.at("/rater").asString()).matches("r-[0-9a-f]{10}");
        assertThat(rows.get(1).at("/rater")).isNotEqualTo(first.at("/rater"));
        assertThat(rows.get(1).at("/grades/caption").asString()).isEqualTo("not_viewed");
        var schema = SchemaTest.schema("export-verdict.schema.json");
        assertThat(rows).allSatisfy(row -> assertThat(schema.validate(row)).isEmpty());
        var bytes = Files.readAllBytes(out.resolve("verdicts.jsonl"));
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(result.manifest().files().getFirst().sha256()).isEqualTo(hash);
        var manifest = Json.MAPPER.readTree(Files.readString(out.resolve("manifest.json")));
        assertThat(manifest.at("/verdicts").asLong())
                .isEqualTo(Files.readAllLines(out.resolve("verdicts.jsonl")).size());
        assertThat(manifest.at("/posts").asLong()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void what_was_judged_to_try_a_version_out_does_not_come_out() throws Exception {
        var tryout = new Tryout(context);
        var queue = Tryout.data("harassment", inForce(), null, null);
        var id = tryout.open(queue, tryout.captions(1, name));
        assertThat(tryout.judge(People.person(accounts, Role.RATER), id, _ -> Forms.violating()))
                .hasSize(1);
        var out = folder.resolve("out");
        accounts.runAsSystem(() -> write(out));
        assertThat(Files.readString(out.resolve("verdicts.jsonl"))).doesNotContain(name);
        assertThat(accounts.runAsSystem(() -> export.count(new ExportFilter(queue.name()))))
                .isZero();
    }

    @Test
    void an_imported_verdict_takes_no_place_in_a_queue_that_tries_a_version_out() throws Exception {
        write("HAR-2.1", "Dana stinks, and all shall know");
        run();
        var post = accounts.runAsSystem(
                () -> posts.findByExternalIds(List.of("p1-" + name)).getFirst().id());
        var tryout = new Tryout(context);
        var queue = tryout.open(Tryout.data("harassment", inForce(), null, null), List.of(post));
        Files.writeString(
                folder.resolve("a.jsonl"),
                Files.readString(folder.resolve("a.jsonl"))
                        .replace("\"id\":\"v1\"", "\"id\":\"v3\"")
                        .replace(":ana", ":eva"));
        run();
        assertThat(accounts.runAsSystem(() -> queues.find(queue))
                        .orElseThrow()
                        .counts()
                        .answered())
                .isZero();
    }

    private PolicyVersionId inForce() {
        return accounts.runAsSystem(() ->
                policies.inForceId("harassment", Policies.GLOBAL, Instant.now()).orElseThrow());
    }

    @Test
    void a_second_import_changes_nothing_and_a_changed_verdict_is_a_new_revision() throws Exception {
        write("HAR-2.1", "Dana stinks, and all shall know");
        run();
        assertThat(run().rows()).isEqualTo(new JobCounts(0, 0, 4, 0, 0));
        write("HAR-2.1", "Dana smells like the animal");
        assertThat(run().rows()).isEqualTo(new JobCounts(0, 1, 3, 0, 0));
    }

    @Test
    void a_verdict_under_a_clause_that_does_not_exist_is_refused() throws Exception {
        write("HAR-9.9", "Dana stinks, and all shall know");
        assertThat(run().rows()).isEqualTo(new JobCounts(3, 0, 0, 0, 1));
    }

    @Test
    void an_export_does_not_overwrite_a_folder() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine"), "x");
        assertThatThrownBy(() -> accounts.runAsSystem(() -> write(folder.resolve("out"))))
                .hasMessageContaining("not empty");
    }

    private void write(String clause, String reading) throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), """
                {"type":"post","id":"p1-%1$s","source":"%1$s","caption":"Love the way\\r\\nyou smell 💐","language":"en"}
                {"type":"post","id":"p2-%1$s","source":"%1$s","caption":"A skunk"}
                {"type":"verdict","id":"v1","post":"p1-%1$s","rater":"%1$s:ana","policy":"harassment","version":"1.0.0","locale":"en","grades":{"caption":"none","joint":"violating"},"clauses":{"joint":["%2$s"]},"principal":"%2$s","reading":"%3$s","confidence":"sure","submitted_at":"2026-11-14T09:12:00Z"}
                {"type":"verdict","id":"v2","post":"p2-%1$s","rater":"%1$s:ben","policy":"harassment","grades":{"joint":"none"},"submitted_at":"2026-11-14T09:12:00Z","answer":"fine"}
                """.formatted(name, clause, reading));
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
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rows about this test's posts: the database is shared with other tests. */
    private List<JsonNode> rows(Path out) throws IOException {
        return Files.readAllLines(out.resolve("verdicts.jsonl")).stream()
                .map(Json.MAPPER::readTree)
                .filter(row -> row.at("/post/source").asString("").equals(name))
                .toList();
    }
}
