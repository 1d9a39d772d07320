package org.conjoint.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.conjoint.media.Media;
import org.conjoint.media.MediaLibrary;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/**
 * Takes the media of one import, several at a time. A file named by many rows is taken once; the last few thousand
 * results are remembered, so memory does not grow with the import.
 */
final class MediaIntake implements AutoCloseable {
    private static final int REMEMBERED = 4096;

    /** How the library takes bytes. */
    @FunctionalInterface
    private interface Taking {
        Media take(InputStream bytes) throws IOException;
    }

    private final MediaLibrary library;
    private final ExecutorService workers;
    private final Map<Path, CompletableFuture<Media>> taken = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, CompletableFuture<Media>> eldest) {
            return size() > REMEMBERED;
        }
    };

    MediaIntake(MediaLibrary library, int workers) {
        this.library = library;
        this.workers = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("import-media-", 1).factory()));
    }

    /** Begins to take a file, or finds it taken. */
    CompletableFuture<Media> take(Path file) {
        return begin(file, library::take);
    }

    /** Begins to take a time series, or finds it taken. */
    CompletableFuture<Media> takeSensors(Path file) {
        return begin(file, library::takeSensors);
    }

    private CompletableFuture<Media> begin(Path file, Taking taking) {
        return taken.computeIfAbsent(file, path -> CompletableFuture.supplyAsync(() -> bytes(path, taking), workers));
    }

    /** Waits for what was begun. @throws IOException when the file could not be read or stored */
    static Media await(CompletableFuture<Media> media) throws IOException {
        try {
            return media.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException(io.getMessage(), io);
            }
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    /** Begins no more, and waits for the media in hand: their threads are never interrupted while they write. */
    @Override
    public void close() {
        taken.values().forEach(media -> media.cancel(false));
        workers.close();
    }

    private static Media bytes(Path path, Taking taking) {
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return taking.take(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
