package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "../../etc/passwd"})
    void only_a_hash_is_an_id(String text) {
        assertThatThrownBy(() -> new MediaId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MediaId("A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_derivative_is_found_by_its_name(DerivativeKind kind) {
        assertThat(DerivativeKind.named(kind.fileName())).contains(kind);
    }

    @Test
    void no_derivative_is_called_like_an_original() {
        assertThat(DerivativeKind.named("original")).isEmpty();
        assertThat(DerivativeKind.named("../audio.mp4")).isEmpty();
    }

    @Test
    void an_address_is_hash_and_name() {
        assertThat(MediaUrls.audio(new MediaId("a".repeat(64)))).isEqualTo("/media/" + "a".repeat(64) + "/audio.mp4");
    }
}
