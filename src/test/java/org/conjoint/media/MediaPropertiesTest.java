package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MediaPropertiesTest {

    @Test
    void sounds_of_three_hours_are_taken_unless_set_otherwise() {
        assertThat(bound("workers", "1").limits().soundSeconds()).isEqualTo(3 * 60 * 60);
    }

    @Test
    void a_worker_may_be_busy_longer_where_longer_sounds_or_videos_are_taken() {
        assertThat(bound("job-timeout", "10m").timeout()).isEqualTo(Duration.ofMinutes(10 + 18));
        assertThat(bound("max-sound-seconds", "36000").timeout()).isEqualTo(Duration.ofMinutes(15 + 60));
        assertThat(bound("max-video-seconds", "14400").timeout()).isEqualTo(Duration.ofMinutes(15 + 24));
    }

    private static MediaProperties bound(String name, String value) {
        var source = new MapConfigurationPropertySource(java.util.Map.of("conjoint.media." + name, value));
        return new Binder(source).bind("conjoint.media", MediaProperties.class).get();
    }
}
