package org.conjoint.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.conjoint.testing.TestDatabase;

/** Store and workers without an application around them. */
final class Workshop implements AutoCloseable {
    /** Kept between runs, because unpacking the native libraries takes long. */
    private static final Path WORKER_FOLDER = Path.of("target", "media-worker").toAbsolutePath();

    final MediaStore store;
    final WorkerPool pool;
    private final Path incoming;
    private final Decoders decoders;
    private final Sniffer sniffer = new Sniffer();

    private Workshop(MediaProperties properties) {
        var folder = TestDatabase.newFolder();
        store = new MediaStore(folder.resolve("media"), properties.maxBytes());
        incoming = folder.resolve("media").resolve("incoming");
        pool = new WorkerPool(properties, WORKER_FOLDER);
        decoders = new Decoders(store, pool, properties);
    }

    static Workshop open() {
        return withStall(Duration.ofSeconds(60));
    }

    /** One whose single worker counts as hanging after being silent for so long. */
    static Workshop withStall(Duration stall) {
        return new Workshop(new MediaProperties(
                1,
                1L << 31,
                128_000_000,
                10800,
                900,
                2000,
                stall,
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                256,
                6144,
                2000));
    }

    Media take(Path file) throws IOException, InterruptedException {
        try (var in = Files.newInputStream(file)) {
            return decode(store.receive(in));
        }
    }

    Media take(byte[] bytes) throws IOException, InterruptedException {
        return decode(store.receive(new ByteArrayInputStream(bytes)));
    }

    private Media decode(MediaStore.Arrival arrival) throws IOException, InterruptedException {
        return decoders.decode(arrival.id(), sniffer.sniff(store.original(arrival.id())), arrival.bytes());
    }

    /** Whether a worker has begun to write a file of that name. */
    boolean hasMade(String name) throws IOException {
        try (var jobs = Files.list(incoming)) {
            return jobs.map(job -> job.resolve(name)).anyMatch(Files::exists);
        }
    }

    byte[] bytes(Media media, DerivativeKind kind) throws IOException {
        return Files.readAllBytes(store.derived(media.id(), kind.fileName()));
    }

    @Override
    public void close() {
        pool.close();
    }
}
