package org.conjoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.search.Library.marked;
import static org.conjoint.search.Library.page;
import static org.conjoint.search.Library.post;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {
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
    void marks_fall_on_whole_words_after_emoji() {
        var passage = caption("👩‍👩‍👧‍👦💐 Love the way you smell 🫶🏽 today", "en", "smells");
        assertThat(marked(passage)).containsExactly("smell");
    }

    @Test
    void marks_fall_on_arabic_words_in_other_forms() {
        var passage = caption("صباح الورد يا سامي، المكتب كله يفوح بعطرك 🌹", "ar", "مكتب 🌹");
        assertThat(marked(passage)).containsExactly("المكتب", "🌹");
    }

    @Test
    void marks_fall_on_japanese_words_and_not_on_pairs_of_characters() {
        var passage = caption("部長、今日もいい香りですね🌸", "ja", "香り");
        assertThat(marked(passage)).containsExactly("香り");
    }

    @Test
    void a_phrase_is_marked_only_where_it_stands_whole() {
        var passage = caption("the smell of the way, the way you smell", "en", "\"way you smell\"");
        assertThat(marked(passage)).containsExactly("way you smell");
        assertThat(passage.marks().getFirst().from()).isGreaterThan(20);
    }

    @Test
    void a_prefix_is_marked() {
        assertThat(marked(caption("A skunk shrugs", "en", "sku*"))).containsExactly("skunk");
    }

    @Test
    void nothing_is_marked_without_words() {
        assertThat(caption("A skunk", "en", "lang:en").marks()).isEmpty();
    }

    @Test
    void a_long_text_is_cut_around_the_first_word_found_between_words() {
        var text = "🦨 filler ".repeat(100) + "and then the smell came in through the window "
                + "more filler ".repeat(100);
        var passage = caption(text, "en", "smell");
        assertThat(passage.cutBefore()).isTrue();
        assertThat(passage.cutAfter()).isTrue();
        assertThat(passage.text()).hasSizeLessThan(320);
        assertThat(marked(passage)).containsExactly("smell");
        assertThat(text.substring(passage.offset())).startsWith(passage.text());
        assertThat(Character.isLowSurrogate(passage.text().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(
                        passage.text().charAt(passage.text().length() - 1)))
                .isFalse();
    }

    private Passage caption(String text, String language, String query) {
        Library.put(index, post("p", text, language));
        var hits = page(index, query).hits();
        assertThat(hits).as(query).hasSize(1);
        return hits.getFirst().passages().get("caption");
    }
}
