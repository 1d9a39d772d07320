package org.conjoint.media;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that is done when it is first asked for: once however many ask, not on their threads, and each waits for it only
 * so long. What comes out is kept by whoever does the work; a failure is forgotten, and the next wish tries again.
 */
final class OnDemand<K, V> implements AutoCloseable {
    private final ConcurrentHashMap<K, Future<V>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final Duration patience;

    OnDemand(String name, Duration patience) {
        this.patience = patience;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /**
     * The result; empty when it takes longer than one waits.
     *
     * @throws IOException when the work failed
     */
    Optional<V> get(K key, Callable<V> work) throws IOException {
        var fresh = new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                running.remove(key);
            }
        });
        var known = running.putIfAbsent(key, fresh);
        if (known == null) {
            threads.execute(fresh);
        }
        try {
            return Optional.of((known == null ? fresh : known).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a worker");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
