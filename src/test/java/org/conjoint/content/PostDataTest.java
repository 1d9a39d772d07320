package org.conjoint.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void an_id_that_names_nothing_is_refused(String id) {
        assertThatThrownBy(() -> PostData.of(id)).hasMessageContaining("The id has 1 to 400 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh_CN", "sr@latin", "not a tag"})
    void a_language_that_is_no_tag_is_refused(String language) {
        assertThatThrownBy(() -> PostData.of("a").withLanguage(language)).hasMessageContaining("language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "sr-Latn", "ca-valencia", "ach", "nso"})
    void a_language_tag_is_kept_as_it_is(String language) {
        assertThat(PostData.of("a").withLanguage(language).language()).isEqualTo(language);
    }

    @Test
    void text_that_no_database_keeps_is_refused() {
        assertThatThrownBy(() -> PostData.of("a").withCaption("x\0")).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> PostData.of("a").withCaption("x\uD83D")).hasMessageContaining("surrogate");
    }

    @Test
    void fields_that_run_into_each_other_have_different_hashes() {
        assertThat(PostHash.of(PostData.of("a").withCaption("bc")))
                .isNotEqualTo(PostHash.of(PostData.of("ab").withCaption("c")));
        assertThat(PostHash.of(PostData.of("a")))
                .isNotEqualTo(PostHash.of(PostData.of("a").withCaption("")));
    }
}
