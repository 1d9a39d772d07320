package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.conjoint.media.worker.Limits;
import org.conjoint.media.worker.MediaJob;
import org.conjoint.media.worker.MediaReply;

/** One warm worker process as the console runs it, for measuring. */
public final class BenchWorker implements AutoCloseable {
    private static final Limits LIMITS = new Limits(128_000_000, 7200, 3600, 2000);

    private final WorkerPool pool;
    private final Path folder;

    public BenchWorker(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        var properties = new MediaProperties(
                1,
                1L << 40,
                0,
                0,
                0,
                0,
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                256,
                6144,
                1_000_000);
        this.pool = new WorkerPool(properties, folder.resolve("worker"));
    }

    /** Decodes a file; what was made is deleted. */
    public MediaReply.Decoded run(Path file, String type, List<Integer> previews, MediaJob.Extent extent)
            throws Exception {
        var made = Files.createTempDirectory(folder, "made");
        try {
            var job = new MediaJob(
                    file.toAbsolutePath().toString(), made.toAbsolutePath().toString(), type, LIMITS, previews, extent);
            return switch (pool.run(job)) {
                case MediaReply.Decoded decoded -> decoded;
                case MediaReply.Made other -> throw Decoders.unexpected(other);
                case MediaReply.Read other -> throw Decoders.unexpected(other);
                case MediaReply.Refused refused -> throw new IOException(file + ": " + refused.reason());
            };
        } finally {
            try (var files = Files.list(made)) {
                for (var path : files.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(made);
        }
    }

    /** Processor time of the process so far. */
    public Duration cpu() {
        return pool.pids().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        pool.close();
    }
}
