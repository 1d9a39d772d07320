package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrogramScaleTest {

    @ParameterizedTest
    @CsvSource({"0, 10, 1", "400, 10, 40", "405, 10, 41", "160000, 10, 16000", "160001, 20, 8001", "7200000, 450, 16000"
    })
    void a_column_is_ten_milliseconds_and_longer_only_where_the_picture_would_be_too_wide(
            long millis, int column, int columns) {
        assertThat(SpectrogramScale.of(millis)).isEqualTo(new SpectrogramScale(column, columns));
    }

    @Test
    void the_upper_edge_is_the_highest_frequency_and_the_lower_edge_none() {
        assertThat(SpectrogramScale.row(8000)).isEqualTo(0, offset(1e-9));
        assertThat(SpectrogramScale.row(0)).isEqualTo(128, offset(1e-9));
        assertThat(SpectrogramScale.hertz(SpectrogramScale.row(1000))).isEqualTo(1000, offset(1e-6));
    }
}
