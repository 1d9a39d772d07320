package org.conjoint.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes media in, and tells what became of them. */
@Service
@PreAuthorize("isAuthenticated()")
public class MediaLibrary {
    private final MediaStore store;
    private final MediaRecords records;
    private final Decoders decoders;
    private final Sensors sensors;
    private final TransactionTemplate transaction;
    private final Sniffer sniffer = new Sniffer();
    private final ConcurrentHashMap<MediaId, ReentrantLock> busy = new ConcurrentHashMap<>();

    /** Finds out what a stored file is. */
    @FunctionalInterface
    private interface Reading {
        Media of(MediaStore.Arrival arrival) throws IOException, InterruptedException;
    }

    MediaLibrary(
            MediaStore store,
            MediaRecords records,
            Decoders decoders,
            Sensors sensors,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.decoders = decoders;
        this.sensors = sensors;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Stores the bytes under their hash, has them decoded in a worker process, and returns where that ended: ready, or
     * refused with a reason. The same bytes are stored and decoded once. Callers may take several at once; as many are
     * decoded at a time as there are workers. Not for use inside a transaction: decoding may last minutes, and the
     * medium is recorded whether or not the caller commits.
     *
     * @throws IOException when the bytes cannot be read, the store cannot be written or no worker can be started
     */
    public Media take(InputStream bytes) throws IOException {
        return take(store.receive(bytes), known -> refusedAs(known, false), this::decode);
    }

    /**
     * Takes a time series as CSV, in the same way: its first column is {@code t_ms}, {@code t_s} or {@code time}, each
     * further one a lane. One that cannot be read is refused with the line. What is known as another medium stays that.
     *
     * @throws IOException when the bytes cannot be read or the store cannot be written
     */
    public Media takeSensors(InputStream bytes) throws IOException {
        return take(store.receive(bytes), known -> refusedAs(known, true), this::readSensors);
    }

    private Media take(MediaStore.Arrival arrival, Predicate<Media> asked, Reading reading) throws IOException {
        var lock = busy.computeIfAbsent(arrival.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            var known = find(arrival.id());
            if (known.isPresent() && known.get().isReady()
                    || known.filter(asked).isPresent()) {
                return known.get();
            }
            return reading.of(arrival);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Decoding was interrupted; the medium stays pending");
        } finally {
            lock.unlock();
            busy.computeIfPresent(arrival.id(), (id, own) -> own.hasQueuedThreads() ? own : null);
        }
    }

    /** Whether it was refused when it was taken as what it is taken as now; otherwise it is looked at again. */
    private static boolean refusedAs(Media known, boolean sensors) {
        return known.state() instanceof MediaState.Refused
                && sensors == known.contentType().equals(Sensors.CONTENT_TYPE);
    }

    private Media decode(MediaStore.Arrival arrival) throws IOException, InterruptedException {
        var id = arrival.id();
        var type = arrival.kept() ? sniffer.sniff(store.original(id)) : Sniffer.UNKNOWN;
        transaction.executeWithoutResult(status -> records.insertPending(id, arrival.bytes(), type));
        var media = arrival.kept() ? decoders.decode(id, type, arrival.bytes()) : tooLarge(arrival);
        transaction.executeWithoutResult(status -> records.finish(media));
        return media;
    }

    private Media readSensors(MediaStore.Arrival arrival) throws IOException {
        var id = arrival.id();
        transaction.executeWithoutResult(status -> records.insertPending(id, arrival.bytes(), Sensors.CONTENT_TYPE));
        var media = arrival.kept() ? sensors.read(id, arrival.bytes()) : tooLarge(arrival);
        transaction.executeWithoutResult(status -> records.finish(media));
        return media;
    }

    private static Media tooLarge(MediaStore.Arrival arrival) {
        var reason = "The file has %,d bytes, more than this installation takes (conjoint.media.max-bytes)."
                .formatted(arrival.bytes());
        return Decoders.refused(arrival.id(), Sniffer.UNKNOWN, arrival.bytes(), "too_large", reason);
    }

    /** The medium with this id. */
    public Optional<Media> find(MediaId id) {
        return Optional.ofNullable(records.find(List.of(id)).get(id));
    }

    /**
     * SHA-256 of a derivative's bytes in lower-case hexadecimal, which a judgement timed on it keeps; empty where there is
     * no such derivative. For a derivative stored before hashes were kept it is computed once, reading the whole file.
     *
     * @throws IOException when the store cannot be read
     */
    public Optional<String> contentSha256(MediaId id, DerivativeKind kind) throws IOException {
        var derivative = find(id).flatMap(media -> media.derivative(kind));
        if (derivative.isEmpty() || derivative.get().contentSha256() != null) {
            return derivative.map(Derivative::contentSha256);
        }
        var sha256 = store.hash(id, kind.fileName());
        transaction.executeWithoutResult(status -> records.keepHash(id, kind, sha256));
        return Optional.of(sha256);
    }

    /** Those of the media that are known. */
    public Map<MediaId, Media> find(Collection<MediaId> ids) {
        return records.find(ids);
    }
}
