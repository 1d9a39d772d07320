package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.read;
import static org.conjoint.policy.files.Folders.starter;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void byte_order_mark_line_ends_and_composition_of_letters_do_not_change_the_hash() {
        var files = starter("self-harm");
        var same = read("self-harm", files).contentHash();
        assertThat(hash(each(files, text -> "\uFEFF" + text))).isEqualTo(same);
        assertThat(hash(each(files, text -> text.replace("\n", "\r\n")))).isEqualTo(same);
        assertThat(hash(each(files, text -> text.replace("\n", "\r")))).isEqualTo(same);
        var apart = each(files, text -> Normalizer.normalize(text, Normalizer.Form.NFD));
        assertThat(apart.get("de.md")).isNotEqualTo(files.get("de.md"));
        assertThat(hash(apart)).isEqualTo(same);
    }

    @Test
    void the_order_and_the_writing_of_fields_do_not_change_the_hash() {
        var files = starter("harassment");
        var moved = changed(
                files,
                "policy.yaml",
                "prefix: HAR\nversion: 1.0.0\n",
                "version: '1.0.0' # the first\nprefix: \"HAR\"\n");
        var counted = changed(moved, "policy.yaml", "alpha: 0.67", "alpha: 0.670");
        assertThat(hash("harassment", counted)).isEqualTo(hash("harassment", files));
    }

    @Test
    void one_letter_changes_the_hash_of_its_clause_and_of_the_version_and_of_no_other_clause() {
        var files = starter("harassment");
        var before = read("harassment", files);
        var after =
                read("harassment", changed(files, "en.md", "a friendly sentence over", "a friendly sentences over"));
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
        assertThat(hashes(after).entrySet().stream()
                        .filter(clause ->
                                !clause.getValue().equals(hashes(before).get(clause.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly("HAR-2.1");
        assertThat(after.texts().getLast().sourceHash())
                .as("the translation is now out of date")
                .isNotEqualTo(Optional.of(after.canonicalText().bodyHash()));
    }

    @Test
    void a_clause_hash_is_the_sha_256_of_heading_text_and_question() {
        var text = """
                ### SLF-2.1 Mocking someone in crisis

                The post laughs at a recognisable person who is in crisis or has survived one, doubts their pain for fun, or makes
                their call for help into a joke, a clip or a game.

                > Would the person in crisis, seeing the post, find that their distress is being laughed at?
                """;
        var clause = read("self-harm", starter("self-harm"))
                .canonicalText()
                .clause("SLF-2.1")
                .orElseThrow();
        assertThat(clause.hash()).isEqualTo(Canonical.hash(text));
    }

    @Test
    void the_kept_source_is_the_file_byte_for_byte_and_reads_to_the_same_version() {
        var files = each(starter("threats"), text -> text.replace("\n", "\r\n"));
        var folder = read("threats", files);
        var exported = new TreeMap<String, byte[]>();
        folder.documents()
                .forEach(
                        (name, document) -> exported.put(name, document.source().getBytes(StandardCharsets.UTF_8)));
        assertThat(exported.keySet()).isEqualTo(new TreeMap<>(files).keySet());
        exported.forEach((name, bytes) -> assertThat(bytes).isEqualTo(files.get(name)));
        assertThat(hash("threats", exported)).isEqualTo(folder.contentHash());
    }

    @Test
    void hexadecimal_numbers_and_words_of_yaml_1_1_are_texts_or_refused() {
        var problems = new Problems();
        var mapping =
                StrictYaml.read("x.yaml", "a: no\nb: yes\nc: 0x1F\nd: 1e2\ne: true\nf: ~\ng: 12:30:00\n", 1, problems);
        assertThat(problems.inOrder()).isEmpty();
        assertThat(CanonicalJson.of(mapping.orElseThrow()))
                .isEqualTo(
                        "{\"a\":\"no\",\"b\":\"yes\",\"c\":\"0x1F\",\"d\":100,\"e\":true,\"f\":null,\"g\":\"12:30:00\"}");
    }

    private static Map<String, String> hashes(PolicyFolder folder) {
        return folder.canonicalText().clauses().stream()
                .collect(Collectors.toMap(PolicyText.Passage::id, PolicyText.Passage::hash));
    }

    private static String hash(Map<String, byte[]> files) {
        return hash("self-harm", files);
    }

    private static String hash(String slug, Map<String, byte[]> files) {
        return read(slug, files).contentHash();
    }

    private static Map<String, byte[]> each(Map<String, byte[]> files, UnaryOperator<String> change) {
        var changed = new TreeMap<String, byte[]>();
        files.forEach((name, bytes) -> changed.put(
                name, change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        return changed;
    }
}
