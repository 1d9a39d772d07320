package org.conjoint.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void a_large_picture_shrinks_in_its_shape() {
        assertThat(Fit.within(4000, 3000, 1024)).isEqualTo(new Fit(1024, 768));
        assertThat(Fit.within(1000, 4000, 320)).isEqualTo(new Fit(80, 320));
    }

    @Test
    void a_small_picture_is_never_scaled_up() {
        assertThat(Fit.within(100, 75, 320)).isEqualTo(new Fit(100, 75));
    }

    @Test
    void no_side_vanishes() {
        assertThat(Fit.within(65535, 1, 320)).isEqualTo(new Fit(320, 1));
    }

    @Test
    void video_has_even_sides_of_at_least_sixteen() {
        assertThat(new Fit(641, 481).forVideo()).isEqualTo(new Fit(640, 480));
        assertThat(new Fit(3, 1).forVideo()).isEqualTo(new Fit(16, 16));
    }
}
