package org.conjoint.media;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has what arrived decoded, each medium once, and records where that ended. */
@Component
class Intake {
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

    Intake(
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

    Media take(MediaStore.Arrival arrival) throws IOException {
        return take(arrival, known -> refusedAs(known, false), this::decode);
    }

    Media takeSensors(MediaStore.Arrival arrival) throws IOException {
        return take(arrival, known -> refusedAs(known, true), this::readSensors);
    }

    /** Takes up again what was left pending; empty where the original is not in the store. */
    Optional<Media> resume(Media pending) throws IOException {
        var original = store.original(pending.id());
        if (!Files.exists(original)) {
            return Optional.empty();
        }
        var arrival = new MediaStore.Arrival(pending.id(), pending.bytes(), true);
        return Optional.of(pending.contentType().equals(Sensors.CONTENT_TYPE) ? takeSensors(arrival) : take(arrival));
    }

    private Media take(MediaStore.Arrival arrival, Predicate<Media> asked, Reading reading) throws IOException {
        var lock = busy.computeIfAbsent(arrival.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            var known = Optional.ofNullable(records.find(List.of(arrival.id())).get(arrival.id()));
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
}
