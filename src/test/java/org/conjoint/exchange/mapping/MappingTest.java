package org.conjoint.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String ROWS = "mapping: 1\nrows:\n  files: rows.csv\n  format: csv\n";

    @TempDir
    Path folder;

    @Test
    void columns_constants_templates_and_transforms_become_fields() throws IOException {
        file("rows.csv", "﻿id,text,lang,tags,when\n7,\"Hello, \"\"you\"\"\nthere\",de_AT,\"a, b\",2026-11-14\n");
        var mapping = ROWS + """
                posts:
                  fields:
                    id: {template: "set-{id}-{$line}"}
                    caption: text
                    language: {from: lang, replace: {_: "-"}}
                    author: {from: nobody, default: unknown}
                    alt_text: {from: tags, split: ",", join: " + "}
                    source: {value: here}
                    created_at: when
                    image: {template: "{nothing}.png"}
                """;
        var post = (Incoming.NewPost) read(mapping).getFirst();
        assertThat(post.id()).isEqualTo("set-7-2");
        assertThat(post.caption()).isEqualTo("Hello, \"you\"\nthere");
        assertThat(post.language()).isEqualTo("de-AT");
        assertThat(post.author()).isEqualTo("unknown");
        assertThat(post.altText()).isEqualTo("a + b");
        assertThat(post.source()).isEqualTo("here");
        assertThat(post.createdAt()).hasToString("2026-11-14T00:00:00Z");
        assertThat(post.image()).isNull();
    }

    @Test
    void answers_in_a_column_per_rater_become_verdicts() throws IOException {
        file("rows.csv", "id,label_1,label_2,label_3\na,hateful,,non-hateful\nb,,odd,\n");
        var all = read(ROWS + """
                posts: {fields: {id: id}}
                verdicts:
                  source: test
                  policy: harassment
                  each: {members: "label_*"}
                  fields: {rater: $key, answer: $value}
                  answers:
                    hateful: {joint: violating, caption: violating, clauses: {joint: [HAR-3.1], caption: [HAR-3.1]}}
                    non-hateful: {joint: none}
                """);
        var verdict = (Incoming.NewVerdict) all.get(1);
        assertThat(verdict.rater()).isEqualTo("label_1");
        assertThat(verdict.post()).isEqualTo("a");
        assertThat(verdict.form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(verdict.form().grades()).containsExactly(java.util.Map.entry(Part.CAPTION, PartGrade.VIOLATING));
        assertThat(verdict.form().principal()).isEqualTo("HAR-3.1");
        assertThat(all.get(2)).isInstanceOf(Incoming.NewVerdict.class);
        assertThat(all.get(3)).isInstanceOf(Incoming.NewPost.class);
        assertThat((Incoming.Unreadable) all.get(4)).satisfies(refused -> {
            assertThat(refused.place()).hasToString("rows.csv:3");
            assertThat(refused.subject()).isEqualTo("b/label_2");
            assertThat(refused.reason()).contains("“odd”", "hateful, non-hateful");
        });
        assertThat(all).hasSize(5);
    }

    @Test
    void parallel_lists_of_raters_and_answers_are_read_side_by_side() throws IOException {
        file("rows.json", "{\"1\": {\"text\": \"x\", \"annotators\": \"A,B\", \"annotations\": \"0,-2\"}}");
        var all = read("""
                mapping: 1
                rows: {files: rows.json, format: json}
                posts: {fields: {id: $key, caption: text}}
                verdicts:
                  source: s
                  policy: p
                  each: {from: annotators, split: ","}
                  fields:
                    rater: $value
                    answer: {from: annotations, split: ",", at: $index}
                  answers: {"0": {joint: none}, "-2": {joint: violating}}
                """);
        assertThat(all).hasSize(3);
        assertThat(((Incoming.NewVerdict) all.get(2)).rater()).isEqualTo("B");
        assertThat(((Incoming.NewVerdict) all.get(2)).answer()).isEqualTo("-2");
        assertThat(((Incoming.NewVerdict) all.get(2)).id()).isEqualTo("1/B");
    }

    @Test
    void rows_inside_a_document_are_found_by_pointer() throws IOException {
        file("rows.json", "{\"skip\": [[1, {\"a\": 2}]], \"data\": {\"list\": [{\"n\": 1},\n {\"n\": 2}]}}");
        var all = read("""
                mapping: 1
                rows: {files: rows.json, format: json, items: /data/list}
                posts: {fields: {id: /n}}
                """);
        assertThat(all).extracting(Incoming::subject).containsExactly("1", "2");
        assertThat(all.get(1).place()).hasToString("rows.json:2");
    }

    @Test
    void a_document_that_breaks_off_gives_what_came_before_and_one_refusal() throws IOException {
        file("rows.json", "[{\"n\": 1},\n{\"n\": 2},\n{\"n\": ");
        var all = read("mapping: 1\nrows: {files: rows.json, format: json}\nposts: {fields: {id: n}}\n");
        assertThat(all).hasSize(3);
        assertThat(((Incoming.Unreadable) all.getLast()).reason()).contains("not valid JSON");
        assertThat(all.getLast().place().line()).isEqualTo(3);
    }

    @Test
    void a_value_with_slashes_does_not_break_out_of_a_pointer() throws IOException {
        file("rows.jsonl", "{\"id\": \"x\", \"k\": \"a/b~c\", \"m\": {\"a/b~c\": \"found\"}}\n");
        var all = read("""
                mapping: 1
                rows: {files: rows.jsonl, format: jsonl}
                posts: {fields: {id: id, caption: "/m/{k}"}}
                """);
        assertThat(((Incoming.NewPost) all.getFirst()).caption()).isEqualTo("found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mapping: 2                                                              | m.yaml:1: “2” is not known
                    mapping: 1\\nrows: {files: a, format: csv}\\npost: {}                   | m.yaml:3: “post” is not known
                    mapping: 1\\nrows: {files: a, format: csv}                              | m.yaml:1: A mapping makes posts
                    mapping: 1\\nrows: {files: a}\\nposts: {fields: {id: a}}                | m.yaml:2: “format” is missing
                    mapping: 1\\nrows: {files: ../a, format: csv}\\nposts: {fields: {id: a}}| m.yaml:2: The files are named
                    mapping: 1\\nrows: {files: a, format: xml}\\nposts: {fields: {id: a}}   | m.yaml:2: “xml” is not known
                    mapping: 1\\nrows: {files: a, format: csv}\\nposts: {fields: {id: $x}}  | m.yaml:3: “$x” is not known
                    mapping: 1\\nrows: {files: a, format: csv}\\nposts: {fields: {caption: a}}| m.yaml:3: “id” is missing
                    mapping: 1\\nmapping: 1                                                 | m.yaml:2
                    mapping: 1\\nrows: [                                                    | m.yaml:2
                    mapping: 1\\nrows: {files: a, format: csv}\\nposts: {fields: {id: {from: a, value: b}}} | m.yaml:3: One of from
                    mapping: 1\\nrows: {files: a, format: csv}\\nposts: {fields: {id: {template: "{a"}}}    | m.yaml:3: A brace is opened
                    mapping: 1\\nrows: {files: a, format: csv}\\nverdicts: {source: s, policy: p, fields: {rater: a, answer: b}, answers: {x: {joint: awful}}} | m.yaml:3: “awful” is not a joint grade
                    """)
    void a_mapping_that_cannot_be_used_names_its_line(String text, String message) {
        assertThatThrownBy(() -> Mapping.parse("m.yaml", text.replace("\\n", "\n")))
                .isInstanceOf(MappingProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_alias_bomb_is_refused() {
        var text = "mapping: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nrows: *c\n";
        assertThatThrownBy(() -> Mapping.parse("m.yaml", text)).isInstanceOf(MappingProblem.class);
    }

    private List<Incoming> read(String mapping) throws IOException {
        var all = new ArrayList<Incoming>();
        try (var reader = Mapping.parse("m.yaml", mapping).open(folder)) {
            for (var next = reader.next(); next != null; next = reader.next()) {
                all.add(next);
            }
        }
        return all;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
