package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The captions of Multi30k in four languages, each an entry of its own. */
class Multi30kTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "cs"})
    void a_caption_is_found_first_by_its_longest_words_without_saying_its_language(String language) throws IOException {
        var rows = rows();
        try (var index = filled(rows)) {
            var first = 0;
            for (var i = 0; i < 100; i++) {
                var query = longest(rows.get(i).get(language).asString());
                var hits = Library.anyOf(index, query, 1).hits();
                first += !hits.isEmpty() && hits.getFirst().id().equals(language + "-" + i) ? 1 : 0;
            }
            assertThat(first).isGreaterThanOrEqualTo(90);
        }
    }

    @Test
    void words_are_found_in_other_forms_of_their_language() throws IOException {
        try (var index = filled(rows())) {
            assertFoundBeyond(index, "Hund lang:de", "Hunde lang:de");
            assertFoundBeyond(index, "dog lang:en", "dogs lang:en");
            assertFoundBeyond(index, "chien lang:fr", "chiens lang:fr");
            assertFoundBeyond(index, "muž lang:cs", "muži lang:cs");
        }
    }

    private static void assertFoundBeyond(SearchIndex index, String one, String other) {
        var found = Library.page(index, one).total();
        assertThat(found)
                .as(one)
                .isPositive()
                .isEqualTo(Library.page(index, other).total());
    }

    private SearchIndex filled(List<JsonNode> rows) {
        var index = Library.open(folder);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < rows.size(); i++) {
            for (var language : List.of("en", "de", "fr", "cs")) {
                entries.add(Library.post(
                        language + "-" + i, rows.get(i).get(language).asString(), language));
            }
        }
        Library.put(index, entries.toArray(Entry[]::new));
        return index;
    }

    private static String longest(String caption) {
        return java.util.Arrays.stream(caption.split("[^\\p{L}]+"))
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .limit(4)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static List<JsonNode> rows() throws IOException {
        var file = Samples.folder("search-multi30k").resolve("test_2016_flickr.jsonl");
        var json = new JsonMapper();
        return Files.readAllLines(file).stream().map(json::readTree).toList();
    }
}
