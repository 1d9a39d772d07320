package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the store and the workers to the data folder. */
@Configuration
class MediaConfiguration {

    @Bean
    MediaStore mediaStore(@Value("${conjoint.data}") Path data, MediaProperties properties) throws IOException {
        var store = new MediaStore(data.resolve("media"), properties.maxBytes());
        store.sweep();
        return store;
    }

    @Bean
    WorkerPool mediaWorkers(@Value("${conjoint.data}") Path data, MediaProperties properties) {
        return new WorkerPool(
                properties, data.resolve("media").resolve("worker").toAbsolutePath());
    }

    @Bean
    Sensors mediaSensors(MediaStore store, MediaProperties properties) {
        return new Sensors(store, properties);
    }

    @Bean
    Decoders mediaDecoders(MediaStore store, WorkerPool pool, MediaProperties properties) {
        return new Decoders(store, pool, properties);
    }
}
