package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Relevance on the Cranfield collection; its source names 0.2966 as the mean average
 * precision of plain BM25 over titles and texts. */
class CranfieldTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void questions_in_prose_find_the_abstracts_that_were_judged_relevant() throws IOException {
        var data = Samples.folder("search-cranfield");
        var relevant = relevant(data);
        try (var index = Library.open(folder)) {
            var entries = new ArrayList<Entry>();
            for (var doc : rows(data.resolve("docs.jsonl"))) {
                var text = doc.get("title").asString() + " " + doc.get("text").asString();
                entries.add(Library.post("doc-" + doc.get("id").asString(), text, "en"));
            }
            Library.put(index, entries.toArray(Entry[]::new));
            var sum = 0.0;
            var queries = 0;
            for (var query : rows(data.resolve("queries.jsonl"))) {
                var wanted = relevant.get(query.get("qid").asInt());
                if (wanted != null) {
                    sum += averagePrecision(found(index, query.get("text").asString()), wanted);
                    queries++;
                }
            }
            System.out.printf("Cranfield: MAP %.4f over %d queries%n", sum / queries, queries);
            assertThat(queries).isGreaterThan(100);
            assertThat(sum / queries).isGreaterThanOrEqualTo(0.29);
        }
    }

    /** The first 200 hits; those after them hardly count. */
    private static List<String> found(SearchIndex index, String text) {
        return Library.anyOf(index, text, 200).hits().stream().map(Hit::id).toList();
    }

    private static double averagePrecision(List<String> found, Set<String> wanted) {
        var hits = 0;
        var sum = 0.0;
        for (var i = 0; i < found.size(); i++) {
            if (wanted.contains(found.get(i))) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return sum / wanted.size();
    }

    private static Map<Integer, Set<String>> relevant(Path data) throws IOException {
        var relevant = new HashMap<Integer, Set<String>>();
        for (var line : Files.readAllLines(data.resolve("qrels.txt"))) {
            var parts = line.trim().split("\\s+");
            var grade = Integer.parseInt(parts[3]);
            if (grade >= 1 && grade <= 4) {
                relevant.computeIfAbsent(Integer.parseInt(parts[0]), any -> new HashSet<>())
                        .add("doc-" + parts[2]);
            }
        }
        return relevant;
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }
}
