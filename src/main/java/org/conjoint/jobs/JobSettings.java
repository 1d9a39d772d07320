package org.conjoint.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How jobs run here: the name of this process among several, and how many jobs at a time. */
@Component
class JobSettings {

    private final String node;
    private final int threads;

    JobSettings(@Value("${conjoint.data}") Path data, @Value("${conjoint.jobs.threads:2}") int threads) {
        this.node = node(data.resolve("node"));
        this.threads = threads;
    }

    /** Names the data folder, which one process holds at a time; the same at every start. */
    String node() {
        return node;
    }

    int threads() {
        return threads;
    }

    private static String node(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var name = "node-" + UUID.randomUUID();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, name);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be written: " + file, e);
        }
    }
}
