package org.conjoint.search;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.search.Entry.Child;
import org.conjoint.search.SearchOutcome.Page;
import org.conjoint.search.SearchRequest.Words;

/** A schema and entries to test with. */
final class Library {
    static final Schema SCHEMA = new Schema(List.of(
            Field.keyword("id", Level.ENTRY).foundByWords(),
            Field.text("caption", Level.ENTRY, 1),
            Field.text("transcript", Level.ENTRY, 0.9f),
            Field.text("reading", Level.CHILD, 1),
            Field.keyword("lang", Level.ENTRY).alias("language").counted(),
            Field.keyword("grade", Level.CHILD)
                    .alias("together")
                    .oneOf(List.of("none", "borderline", "violating"))
                    .counted(),
            Field.keyword("clause", Level.CHILD).foundByWords().counted(),
            Field.keyword("queue", Level.EITHER).counted(),
            Field.instant("rated", Level.CHILD).counted(),
            Field.instant("created", Level.ENTRY)));

    private Library() {}

    static SearchIndex open(Path folder) {
        return SearchIndex.open(folder, SCHEMA);
    }

    static Entry post(String id, String caption, String language, Child... verdicts) {
        var values = new ArrayList<Value>();
        values.add(new Value.Keyword("id", id));
        values.add(new Value.Text("caption", caption, language));
        values.add(new Value.Keyword("lang", language));
        return new Entry(id, Instant.parse("2026-01-01T00:00:00Z"), values, List.of(verdicts));
    }

    static Entry with(Entry entry, Value... more) {
        var values = new ArrayList<>(entry.values());
        values.addAll(List.of(more));
        return new Entry(entry.id(), entry.at(), values, entry.children());
    }

    static Child verdict(String id, String grade, String clause, String rated, String reading) {
        return new Child(
                id,
                List.of(
                        new Value.Keyword("grade", grade),
                        new Value.Keyword("clause", clause),
                        new Value.Moment("rated", Instant.parse(rated + "T12:00:00Z")),
                        new Value.Text("reading", reading, "en")));
    }

    static void put(SearchIndex index, Entry... entries) {
        index.put(List.of(entries));
        if (!index.awaitVisible(Duration.ofSeconds(10))) {
            throw new AssertionError("not visible after 10 s");
        }
    }

    static Page page(SearchIndex index, String query) {
        return page(index, SearchRequest.of(query, 50));
    }

    static Page page(SearchIndex index, SearchRequest request) {
        return switch (index.search(request)) {
            case Page page -> page;
            case SearchOutcome.Refused refused ->
                throw new AssertionError("refused “%s”: %s".formatted(request.query(), refused.problems()));
        };
    }

    static List<String> ids(SearchIndex index, String query) {
        return page(index, query).hits().stream().map(Hit::id).toList();
    }

    static Page anyOf(SearchIndex index, String query, int limit) {
        return page(index, new SearchRequest(query, Words.ANY, SearchRequest.Order.BEST, limit, null, false));
    }

    /** The words that are marked in a passage. */
    static List<String> marked(Passage passage) {
        return passage.marks().stream()
                .map(mark -> passage.text().substring(mark.from(), mark.to()))
                .toList();
    }
}
