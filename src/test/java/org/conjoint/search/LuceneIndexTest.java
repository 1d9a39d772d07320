package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.search.Library.ids;
import static org.conjoint.search.Library.page;
import static org.conjoint.search.Library.post;
import static org.conjoint.search.Library.verdict;
import static org.conjoint.search.Library.with;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conjoint.search.Entry.Child;
import org.conjoint.search.SearchOutcome.Count;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.search.SearchRequest.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {
    @TempDir
    Path folder;

    SearchIndex index;

    @BeforeEach
    void open() {
        index = Library.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void filters_on_children_all_apply_to_the_same_child() {
        Library.put(
                index,
                post(
                        "split",
                        "one",
                        "en",
                        verdict("a", "violating", "THR-1.1", "2026-03-01", "It threatens him"),
                        verdict("b", "none", "HAR-2.1", "2026-05-01", "It is kind")),
                post("same", "two", "en", verdict("c", "violating", "HAR-2.1", "2026-05-02", "It stinks")));
        assertThat(ids(index, "together:violating clause:HAR-2.1")).containsExactly("same");
        assertThat(ids(index, "together:violating rated:>=2026-05")).containsExactly("same");
        assertThat(ids(index, "clause:HAR-2.1")).containsExactlyInAnyOrder("split", "same");
        assertThat(ids(index, "together:none,violating clause:har-2.*")).containsExactlyInAnyOrder("split", "same");
        assertThat(ids(index, "-together:none")).containsExactly("same");
    }

    @Test
    void the_matching_child_is_told_apart_from_its_siblings() {
        Library.put(
                index,
                post(
                        "p",
                        "one",
                        "en",
                        verdict("a", "violating", "THR-1.1", "2026-03-01", "A"),
                        verdict("b", "none", "HAR-2.1", "2026-05-01", "B")));
        var children = page(index, "together:none").hits().getFirst().children();
        assertThat(children).extracting(Hit.ChildHit::id).containsExactly("a", "b");
        assertThat(children).extracting(Hit.ChildHit::matching).containsExactly(false, true);
        assertThat(children.get(1).values()).containsEntry("clause", List.of("HAR-2.1"));
    }

    @Test
    void a_queue_is_the_childs_when_another_filter_is_on_children_and_else_the_entrys() {
        var judged = new Child("v", List.of(new Value.Keyword("grade", "none"), new Value.Keyword("queue", "Wave 1")));
        Library.put(
                index,
                with(
                        post("judged", "x", "en", judged),
                        new Value.Keyword("queue", "Wave 1"),
                        new Value.Keyword("queue", "Wave 2")),
                with(post("waiting", "x", "en"), new Value.Keyword("queue", "Wave 2")));
        assertThat(ids(index, "queue:\"wave 2\"")).containsExactlyInAnyOrder("judged", "waiting");
        assertThat(ids(index, "queue:\"Wave 2\" together:none")).isEmpty();
        assertThat(ids(index, "queue:\"Wave 1\" together:none")).containsExactly("judged");
    }

    @Test
    void words_match_entries_and_children_and_all_are_needed() {
        Library.put(
                index,
                post(
                        "a",
                        "Love the way you smell today",
                        "en",
                        verdict("v", "violating", "HAR-2.1", "2026-03-01", "Dana stinks")),
                post(
                        "b",
                        "A day at the zoo",
                        "en",
                        verdict("v", "none", "HAR-2.1", "2026-03-01", "A skunk may smell")));
        assertThat(ids(index, "smells dana")).containsExactly("a");
        assertThat(ids(index, "smell")).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(index, "smell in:caption")).containsExactly("a");
        assertThat(ids(index, "smell in:reading")).containsExactly("b");
        assertThat(ids(index, "zoo OR dana")).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(index, "smell -dana")).containsExactly("b");
        assertThat(ids(index, "\"way you smell\"")).containsExactly("a");
        assertThat(ids(index, "sku*")).containsExactly("b");
        assertThat(ids(index, "HAR-2.1 zoo")).containsExactly("b");
        assertThat(ids(index, "A")).first().isEqualTo("a");
    }

    @Test
    void a_query_in_any_language_finds_texts_of_that_language() {
        Library.put(
                index,
                post("ja", "部長、今日もいい香りですね🌸", "ja"),
                post("ar", "صباح الورد يا سامي، المكتب كله يفوح بعطرك 🌹", "ar"),
                post("de", "Die Häuser riechen nach Frühling", "de"),
                post("zh", "今天天气很好，我们去公园", "zh"),
                post("ko", "오늘 날씨가 좋네요", "ko"),
                post("tr", "İstanbul'da güzel bir gün", "tr"),
                post("xx", "Příliš žluťoučký kůň", "und"));
        assertThat(ids(index, "香り")).containsExactly("ja");
        assertThat(ids(index, "メ 部長")).isEmpty();
        assertThat(ids(index, "部長")).containsExactly("ja");
        assertThat(ids(index, "المكاتب")).isEmpty();
        assertThat(ids(index, "مكتب")).containsExactly("ar");
        assertThat(ids(index, "haus")).containsExactly("de");
        assertThat(ids(index, "fruhling")).containsExactly("de");
        assertThat(ids(index, "天气")).containsExactly("zh");
        assertThat(ids(index, "园")).containsExactly("zh");
        assertThat(ids(index, "날씨")).containsExactly("ko");
        assertThat(ids(index, "zlutoucky")).containsExactly("xx");
        assertThat(ids(index, "🌹")).containsExactly("ar");
    }

    @Test
    void counts_say_how_many_entries_a_click_would_leave() {
        var random = new Random(7);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < 200; i++) {
            var verdicts = new ArrayList<Child>();
            for (var v = 0; v < random.nextInt(4); v++) {
                verdicts.add(verdict(
                        "v" + v,
                        List.of("none", "borderline", "violating").get(random.nextInt(3)),
                        "HAR-" + random.nextInt(4),
                        "2026-0%d-10".formatted(1 + random.nextInt(5)),
                        random.nextBoolean() ? "it smells" : "it shines"));
            }
            var post = post(
                    "p" + i,
                    random.nextBoolean() ? "a smell" : "a view",
                    List.of("en", "de").get(random.nextInt(2)),
                    verdicts.toArray(Child[]::new));
            entries.add(with(post, new Value.Keyword("queue", "Q" + random.nextInt(3))));
        }
        Library.put(index, entries.toArray(Entry[]::new));
        for (var i = 0; i < 50; i++) {
            index.put(List.of(entries.get(i)));
        }
        Library.put(index, entries.get(0));
        for (var query : List.of(
                "",
                "smell",
                "together:violating",
                "together:violating clause:HAR-1",
                "lang:de smell -clause:HAR-2",
                "rated:2026-02 together:none",
                "queue:Q1 together:none,violating",
                "queue:Q1 lang:en")) {
            page(index, query).counts().forEach((field, counts) -> {
                for (var count : counts) {
                    var counted = Library.SCHEMA.find(field).orElseThrow();
                    var clicked = QueryText.with(QueryText.without(query, counted), counted, count.value());
                    assertThat(page(index, clicked).total())
                            .as("“%s” with %s from “%s”", clicked, field, query)
                            .isEqualTo(count.entries());
                }
            });
        }
        assertThat(page(index, "smell").counts()).containsKeys("in", "grade", "clause", "lang", "queue", "rated");
        assertThat(page(index, "together:none").counts().get("grade"))
                .extracting(Count::value)
                .contains("violating", "borderline", "none");
    }

    @Test
    void pages_follow_each_other_without_gaps_while_the_index_changes() {
        var entries = IntStream.range(0, 95)
                .mapToObj(i -> post("p%02d".formatted(i), i % 3 == 0 ? "smell smell" : "smell", "en"))
                .toArray(Entry[]::new);
        Library.put(index, entries);
        for (var order : Order.values()) {
            var seen = new ArrayList<String>();
            var page = page(index, new SearchRequest("smell", Words.ALL, order, 10, null, false));
            while (true) {
                page.hits().forEach(hit -> seen.add(hit.id()));
                if (page.next() == null) {
                    break;
                }
                Library.put(index, post("new" + seen.size(), "smell", "en"));
                page = page(index, new SearchRequest("smell", Words.ALL, order, 10, null, false).after(page.next()));
            }
            assertThat(seen.stream().filter(id -> id.startsWith("p"))).hasSize(95);
            assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        }
    }

    @Test
    void a_cursor_that_was_not_given_out_begins_at_the_first_page() {
        Library.put(index, post("a", "smell", "en"));
        var request = SearchRequest.of("smell", 10).after("💥not base64");
        assertThat(page(index, request).hits()).hasSize(1);
    }

    @Test
    void putting_an_entry_again_replaces_it_with_its_children() {
        Library.put(index, post("a", "old", "en", verdict("v", "none", "HAR-1", "2026-01-01", "old reading")));
        Library.put(index, post("a", "new", "en"));
        assertThat(ids(index, "old")).isEmpty();
        assertThat(ids(index, "together:none")).isEmpty();
        assertThat(index.entries()).isEqualTo(1);
        assertThat(index.children()).isZero();
        index.delete(List.of("a"));
        Library.put(index);
        assertThat(index.entries()).isZero();
    }

    @Test
    void a_field_that_the_schema_lacks_is_refused() {
        var wrong = with(post("a", "x", "en"), new Value.Keyword("colour", "red"));
        assertThatThrownBy(() -> index.put(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void hostile_queries_get_an_answer_or_a_problem_with_its_place() {
        Library.put(index, post("a", "smell", "en", verdict("v", "none", "HAR-1", "2026-01-01", "x")));
        var random = new Random(11);
        var pieces = List.of(
                "\"",
                "-",
                "*",
                ":",
                "OR",
                "|",
                "(",
                ")",
                "smell",
                "together:",
                "rated:",
                ">",
                "..",
                "2026",
                "🌹",
                "\u0000",
                "\ud800",
                "سامي",
                ",",
                " ",
                "in:",
                "id:",
                "\\",
                "/",
                "~",
                "^",
                "[",
                "]",
                "{",
                "AND",
                "NOT",
                "99999-99",
                "https://x.y/z?q=1",
                "\n",
                "香");
        for (var i = 0; i < 3000; i++) {
            var query = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--) {
                query.append(pieces.get(random.nextInt(pieces.size())));
            }
            var text = query.toString();
            if (index.search(SearchRequest.of(text, 5)) instanceof SearchOutcome.Refused refused) {
                assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.from()).isBetween(0, text.length());
                    assertThat(problem.to()).isBetween(problem.from(), text.length());
                    assertThat(problem.message()).isNotBlank();
                });
            }
        }
        assertThat(index.search(SearchRequest.of("x".repeat(5000), 5))).isInstanceOf(SearchOutcome.Refused.class);
        assertThat(index.search(SearchRequest.of("x ".repeat(500), 5))).isInstanceOf(SearchOutcome.Refused.class);
    }
}
