package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTextTest {
    private static final Field LANG = Library.SCHEMA.find("lang").orElseThrow();
    private static final Field QUEUE = Library.SCHEMA.find("queue").orElseThrow();

    @Test
    void a_value_is_added_at_the_end_and_quoted_when_it_has_to_be() {
        assertThat(QueryText.with("smell", LANG, "ja")).isEqualTo("smell lang:ja");
        assertThat(QueryText.with("", QUEUE, "Wave 1, new")).isEqualTo("queue:\"Wave 1, new\"");
        assertThat(QueryText.with("smell lang:ja", LANG, "de")).isEqualTo("smell lang:ja,de");
        assertThat(QueryText.with("smell lang:ja", LANG, "JA")).isEqualTo("smell lang:ja");
    }

    @Test
    void a_value_is_taken_away_with_its_filter_when_it_was_the_last() {
        assertThat(QueryText.without("smell lang:ja,de x", LANG, "ja")).isEqualTo("smell lang:de x");
        assertThat(QueryText.without("smell lang:ja x lang:de", LANG, "ja")).isEqualTo("smell x lang:de");
        assertThat(QueryText.without("queue:\"Wave 1\"", QUEUE, "wave 1")).isEmpty();
        assertThat(QueryText.without("a lang:ja language:fr -lang:de", LANG)).isEqualTo("a -lang:de");
    }

    @Test
    void chosen_values_are_those_that_are_not_excluded() {
        assertThat(QueryText.values("lang:ja,de -lang:fr queue:\"Wave 1\"", LANG))
                .containsExactly("ja", "de");
        assertThat(QueryText.values("lang:ja,de -lang:fr queue:\"Wave 1\"", QUEUE))
                .containsExactly("wave 1");
    }
}
