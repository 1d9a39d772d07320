package org.conjoint.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.access.ServiceTokens;
import org.conjoint.content.Posts;
import org.conjoint.moderation.Judging;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PersistenceTest
class RestApiPersistenceTest {

    private static final String ZIP = "application/zip";
    private static final String JSON = "application/json";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    ServiceTokens tokens;

    @Autowired
    Posts posts;

    @Value("${conjoint.data}")
    Path data;

    private final String source = "rest-" + UUID.randomUUID();

    MockMvc console;
    String token;

    @BeforeEach
    void openConsole() {
        console = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        token = token(Role.DATA_ENGINEER);
    }

    @Test
    void an_archive_that_is_sent_in_becomes_posts_and_a_report_row_by_row() throws Exception {
        var rows = """
                {"type":"post","id":"a","source":"%1$s","caption":"one"}
                {"type":"post","id":"b","source":"%1$s","image":"missing.png"}
                """.formatted(source);
        var job = ended(send(post("/api/imports").contentType(ZIP).content(zip(Map.of("posts.jsonl", rows))), 202));
        assertThat(job.path("state").asString()).isEqualTo("DONE");
        assertThat(job.path("rows").path("created").asInt()).isEqualTo(1);
        assertThat(job.path("rows").path("refused").asInt()).isEqualTo(1);
        var refused = send(
                get("/api/jobs/%d/rows?outcome=REFUSED".formatted(job.path("id").asLong())), 200);
        assertThat(refused.size()).isEqualTo(1);
        assertThat(refused.get(0).path("number").asInt()).isEqualTo(2);
        assertThat(refused.get(0).toString()).contains("missing.png");
        assertThat(stored("a")).isEqualTo(1);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void json_lines_are_taken_without_an_archive() throws Exception {
        var row = "{\"type\":\"post\",\"id\":\"c\",\"source\":\"%s\",\"caption\":\"three\"}".formatted(source);
        var job = ended(
                send(post("/api/imports").contentType("application/x-ndjson").content(row), 202));
        assertThat(job.path("rows").path("created").asInt()).isEqualTo(1);
        assertThat(stored("c")).isEqualTo(1);
    }

    @Test
    void an_archive_that_reaches_outside_itself_fails_as_a_whole_and_leaves_nothing() throws Exception {
        var row = "{\"type\":\"post\",\"id\":\"d\",\"source\":\"%s\",\"caption\":\"four\"}".formatted(source);
        var files = new LinkedHashMap<String, String>();
        files.put("posts.jsonl", row);
        files.put("../../escaped.txt", "out");
        var job = ended(send(post("/api/imports").contentType(ZIP).content(zip(files)), 202));
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("message").asString()).contains("../../escaped.txt");
        assertThat(stored("d")).isZero();
        assertThat(Files.exists(data.resolve("escaped.txt"))).isFalse();
        assertThat(uploads()).isEmpty();
    }

    @Test
    void what_is_no_archive_fails_with_a_reason() throws Exception {
        var job = ended(send(post("/api/imports").contentType(ZIP).content("PK\u0003\u0004 not really"), 202));
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("message").asString()).contains("damaged");
    }

    @Test
    void a_folder_of_the_server_is_read_only_below_one_that_is_configured() throws Exception {
        var body = MAPPER.writeValueAsString(Map.of("path", folder.toString()));
        var problem = send(post("/api/imports").contentType(JSON).content(body), 403);
        assertThat(problem.path("detail").asString()).contains("conjoint.exchange.folders");
    }

    @Test
    void an_appeal_is_taken_once_under_its_reference_and_a_wrong_one_is_told_why() throws Exception {
        var judging = new Judging(context);
        var ana = judging.rater();
        var verdict = Judging.stored(
                        judging.submit(ana, judging.next(ana, judging.queue(1, "en", 1)), Forms.violating()))
                .id();
        var body = MAPPER.writeValueAsString(
                Map.of("verdict", verdict.value(), "reference", source, "statement", "I only praised her perfume."));
        var first = send(post("/api/appeals").contentType(JSON).content(body), 201);
        assertThat(first.path("opened").asBoolean()).isTrue();
        var again = send(post("/api/appeals").contentType(JSON).content(body), 200);
        assertThat(again.path("opened").asBoolean()).isFalse();
        assertThat(again.path("appeal").asLong()).isEqualTo(first.path("appeal").asLong());
        var unknown = MAPPER.writeValueAsString(
                Map.of("verdict", 999_999_999, "reference", source + "-2", "statement", "No"));
        assertThat(send(post("/api/appeals").contentType(JSON).content(unknown), 400)
                        .path("detail")
                        .asString())
                .isEqualTo("There is no verdict 999999999, or it was taken back");
        assertThat(send(post("/api/appeals").contentType(JSON).content("{\"verdict\": 1}"), 400)
                        .path("detail")
                        .asString())
                .contains("reference");
    }

    @Test
    void a_request_that_makes_no_sense_is_told_what_is_wrong() throws Exception {
        assertThat(send(post("/api/imports").contentType(JSON).content("{}"), 400)
                        .path("detail")
                        .asString())
                .contains("path");
        assertThat(send(post("/api/exports").contentType(JSON).content("{\"format\":\"xml\"}"), 400)
                        .path("detail")
                        .asString())
                .contains("xml");
        send(post("/api/imports").contentType(JSON).content("{"), 400);
        assertThat(send(get("/api/jobs/x"), 400).path("detail").asString()).contains("x");
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (var path : List.of("/api/jobs/0", "/api/jobs/999999999", "/api/exports/-1/archive")) {
            assertThat(send(get(path), 404).path("title").asString()).isEqualTo("Not found");
        }
    }

    @Test
    void an_export_is_handed_out_as_an_archive_with_its_manifest() throws Exception {
        var job = ended(send(post("/api/exports").contentType(JSON).content("{}"), 202));
        assertThat(job.path("state").asString()).isEqualTo("DONE");
        var begun = console.perform(
                        get("/api/exports/%d/archive".formatted(job.path("id").asLong()))
                                .header("Authorization", "Bearer " + token))
                .andReturn();
        var answer = console.perform(asyncDispatch(begun)).andReturn().getResponse();
        assertThat(answer.getContentType()).isEqualTo(ZIP);
        assertThat(names(answer.getContentAsByteArray())).anyMatch(name -> name.endsWith("manifest.json"));
    }

    @Test
    void the_audit_trail_is_verified_over_the_network() throws Exception {
        assertThat(send(post("/api/audit/verification"), 200).has("findings")).isTrue();
    }

    @Test
    void nobody_comes_in_without_a_token() throws Exception {
        var bare = console.perform(get("/api/jobs")).andReturn().getResponse();
        assertThat(bare.getStatus()).isEqualTo(401);
        token = "conjoint_nonsense";
        send(get("/api/jobs"), 401);
    }

    @Test
    void a_revoked_token_opens_nothing() throws Exception {
        var owner = People.person(accounts, Role.DATA_ENGINEER);
        token = accounts.runAs(owner, () -> tokens.issue("a test", null));
        send(get("/api/jobs"), 200);
        accounts.runAs(owner, () -> {
            tokens.revoke(tokens.mine().getFirst().id());
            return true;
        });
        send(get("/api/jobs"), 401);
    }

    private String token(Role role) {
        return accounts.runAs(People.person(accounts, role), () -> tokens.issue("a test", null));
    }

    private JsonNode send(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        request.header("Authorization", "Bearer " + token);
        MockHttpServletResponse answer = console.perform(request).andReturn().getResponse();
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return MAPPER.readTree(text.isEmpty() ? "{}" : text);
    }

    private JsonNode ended(JsonNode job) throws Exception {
        var end = System.nanoTime() + LONG.toNanos();
        var now = job;
        while (!now.path("ended_at").isString()) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
            Thread.sleep(20);
            now = send(get("/api/jobs/" + job.path("id").asLong()), 200);
        }
        return now;
    }

    private long stored(String id) {
        return accounts.runAsSystem(() -> posts.findByExternalIds(List.of(id))).stream()
                .filter(post -> source.equals(post.data().source()))
                .count();
    }

    private List<Path> uploads() throws IOException {
        var folder = data.resolve("uploads");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> names(byte[] archive) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
