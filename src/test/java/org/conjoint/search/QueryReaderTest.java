package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conjoint.search.Clause.Condition;
import org.conjoint.search.Clause.Filter;
import org.conjoint.search.Clause.Word;
import org.conjoint.search.Clause.Words;
import org.junit.jupiter.api.Test;

class QueryReaderTest {

    @Test
    void words_phrases_prefixes_and_filters_are_told_apart() {
        var query = read("smell \"way you\" sku* -dana together:violating -clause:HAR-2.*");
        assertThat(query.problems()).isEmpty();
        assertThat(query.words())
                .extracting(words -> words.anyOf().getFirst())
                .containsExactly(
                        new Word("smell", false, false),
                        new Word("way you", true, false),
                        new Word("sku", false, true),
                        new Word("dana", false, false));
        assertThat(query.words()).extracting(Words::excluded).containsExactly(false, false, false, true);
        assertThat(query.filters())
                .extracting(
                        filter -> filter.field().name(),
                        Filter::excluded,
                        filter -> filter.anyOf().getFirst())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("grade", false, new Condition.Is("violating", 36, 45)),
                        org.assertj.core.groups.Tuple.tuple("clause", true, new Condition.Begins("HAR-2.")));
    }

    @Test
    void times_are_days_months_years_and_ranges_in_utc() {
        assertThat(within("rated:2026")).isEqualTo(between("2026-01-01", "2027-01-01"));
        assertThat(within("rated:2026-02")).isEqualTo(between("2026-02-01", "2026-03-01"));
        assertThat(within("rated:2026-02-28")).isEqualTo(between("2026-02-28", "2026-03-01"));
        assertThat(within("rated:>2026-02")).isEqualTo(new Condition.Within(at("2026-03-01"), null));
        assertThat(within("rated:>=2026-02")).isEqualTo(new Condition.Within(at("2026-02-01"), null));
        assertThat(within("rated:<2026-02")).isEqualTo(new Condition.Within(null, at("2026-02-01")));
        assertThat(within("rated:<=2026-02")).isEqualTo(new Condition.Within(null, at("2026-03-01")));
        assertThat(within("rated:2026-02..2026-04")).isEqualTo(between("2026-02-01", "2026-05-01"));
        assertThat(within("rated:..2026-04")).isEqualTo(new Condition.Within(null, at("2026-05-01")));
    }

    @Test
    void a_value_that_does_not_exist_is_a_problem_with_its_place_and_the_nearest_one() {
        var problem = read("smell together:violatin").problems().getFirst();
        assertThat("smell together:violatin".substring(problem.from(), problem.to()))
                .isEqualTo("violatin");
        assertThat(problem.message()).contains("borderline");
        assertThat(problem.instead()).isEqualTo("violating");
    }

    @Test
    void a_time_that_cannot_be_is_a_problem() {
        for (var query : new String[] {"rated:2026-13", "rated:soon", "rated:2026-02-30", "rated:>", "rated:.."}) {
            assertThat(read(query).problems()).as(query).hasSize(1);
        }
    }

    @Test
    void an_unknown_field_is_searched_as_words_and_told() {
        var query = read("tugether:violating");
        assertThat(query.problems()).isEmpty();
        assertThat(query.words()).hasSize(1);
        assertThat(query.notices()).hasSize(1);
        assertThat(read("https://example.org/a?b=c").notices()).isEmpty();
        assertThat(read("caption:smell").notices().getFirst().instead()).isEqualTo("smell in:caption");
    }

    @Test
    void an_open_quotation_mark_reads_up_to_the_end_and_is_told() {
        var query = read("\"way you smell");
        assertThat(query.words().getFirst().anyOf()).containsExactly(new Word("way you smell", true, false));
        assertThat(query.notices()).hasSize(1);
    }

    @Test
    void values_with_commas_in_quotation_marks_stay_whole() {
        var filter = read("queue:\"Wave 1, first\",other").filters().getFirst();
        assertThat(filter.anyOf())
                .extracting(condition -> ((Condition.Is) condition).value())
                .containsExactly("Wave 1, first", "other");
    }

    private static ReadQuery read(String query) {
        return QueryReader.read(query, Library.SCHEMA);
    }

    private static Condition within(String query) {
        return read(query).filters().getFirst().anyOf().getFirst();
    }

    private static Condition.Within between(String from, String before) {
        return new Condition.Within(at(from), at(before));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
