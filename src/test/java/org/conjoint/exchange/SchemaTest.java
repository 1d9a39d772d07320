package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of Conjoint JSONL agrees with what is read. */
class SchemaTest {

    static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/formats", name)), InputFormat.JSON);
    }

    @Test
    void the_verdicts_of_the_demo_follow_the_schema() throws IOException {
        var schema = schema("conjoint-jsonl.schema.json");
        try (var demo = SchemaTest.class.getResourceAsStream("/demo/verdicts.jsonl")) {
            var lines = new String(demo.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).isNotEmpty();
            assertThat(lines)
                    .allSatisfy(line ->
                            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        }
    }

    @Test
    void a_post_with_every_field_follows_the_schema() throws IOException {
        var post = """
                {"type":"post","id":"demo-01","caption":"x","alt_text":"y","language":"en","author":"@x",
                 "created_at":"2026-11-14T09:12:00Z","source":"demo","image":"media/x.webp","audio":"media/x.ogg",
                 "video":null,"sensors":"media/x.csv","transcript_file":"media/x.vtt","twin_of":"demo-00",
                 "changed_part":"caption","expected_joint":"none"}
                """;
        assertThat(schema("conjoint-jsonl.schema.json").validate(post, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"type\":\"post\"}",
                "{\"type\":\"other\",\"id\":\"a\"}",
                "{\"type\":\"post\",\"id\":\"a\",\"captoin\":\"x\"}",
                "{\"type\":\"post\",\"id\":\"a\",\"caption\":[\"x\"]}",
                "{\"type\":\"post\",\"id\":\"a\",\"transcript\":\"x\",\"transcript_file\":\"y\"}",
                "{\"type\":\"post\",\"id\":\"a\",\"twin_of\":\"b\",\"changed_part\":\"caption\"}",
                "{\"type\":\"post\",\"id\":\"a\",\"twin_of\":\"b\",\"changed_part\":\"video\",\"expected_joint\":\"none\"}",
                "{\"type\":\"post\",\"id\":\"a\",\"twin_of\":\"b\",\"changed_part\":\"image\",\"expected_joint\":\"cannot_tell\"}",
                "{\"type\":\"verdict\",\"id\":\"a\",\"post\":\"b\",\"rater\":\"r\",\"policy\":\"p\",\"grades\":{}}",
                "{\"type\":\"verdict\",\"id\":\"a\",\"post\":\"b\",\"rater\":\"r\",\"policy\":\"p\",\"grades\":{\"joint\":\"awful\"}}"
            })
    void what_is_refused_does_not_follow_the_schema(String line) throws IOException {
        assertThat(schema("conjoint-jsonl.schema.json").validate(line, InputFormat.JSON))
                .isNotEmpty();
    }
}
