package org.conjoint.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.conjoint.discovery.Backlog.Behind;
import org.conjoint.search.SearchIndex;

/**
 * Posts whose entries are written and not yet durable: makes them so, and then completes their publications. That happens
 * on a thread of its own, so that the next changes need not wait to become searchable; asked by one thread.
 */
final class Durability implements AutoCloseable {
    private static final Future<?> NOTHING = CompletableFuture.completedFuture(null);

    private final SearchIndex index;
    private final Publications publications;
    private final Duration every;
    private final int after;
    private final ExecutorService own = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index-durability").daemon().factory());
    private final List<Behind> written = new ArrayList<>();
    private final List<Publication.Single> without = new ArrayList<>();
    private List<Behind> committing = List.of();
    private Future<?> underWay = NOTHING;
    private int waiting;
    private long last = System.nanoTime();

    Durability(SearchIndex index, Publications publications, IndexSettings.Index settings) {
        this.index = index;
        this.publications = publications;
        this.every = settings.commitEvery();
        this.after = settings.commitAfter();
    }

    void written(List<Behind> batch) {
        written.addAll(batch);
        waiting += batch.stream().mapToInt(behind -> behind.waiting().size()).sum();
    }

    /** A publication that changes no post. */
    void nothingToWrite(Publication.Single publication) {
        synchronized (without) {
            without.add(publication);
        }
    }

    boolean isEmpty() {
        return written.isEmpty() && committing.isEmpty();
    }

    /**
     * Begins a commit when it is time to and none is under way; asked for one now, waits until all is durable.
     *
     * @throws RuntimeException when one failed; what it was to make durable can then be taken back
     */
    void commit(boolean now, Map<String, String> notes) {
        if (now) {
            end();
            begin(notes);
            end();
        } else if (underWay.isDone()) {
            end();
            if (waiting >= after || System.nanoTime() - last >= every.toNanos()) {
                begin(notes);
            }
        }
    }

    private void begin(Map<String, String> notes) {
        committing = List.copyOf(written);
        written.clear();
        waiting = 0;
        last = System.nanoTime();
        var batch = committing;
        var apart = new ArrayList<Publication.Single>();
        synchronized (without) {
            apart.addAll(without);
            without.clear();
        }
        if (!batch.isEmpty() || !apart.isEmpty()) {
            underWay = own.submit(() -> makeDurable(batch, apart, notes));
        }
    }

    private void makeDurable(List<Behind> batch, List<Publication.Single> apart, Map<String, String> notes) {
        try {
            if (!batch.isEmpty()) {
                index.commit(notes);
            }
            // From here on the entries are durable; should completing fail, they are written once more.
            var done = completed(batch);
            done.addAll(apart);
            publications.complete(done);
        } catch (RuntimeException e) {
            apart.forEach(this::nothingToWrite);
            throw e;
        }
    }

    /** What is complete now that these are durable, each once; the same again when they are durable once more. */
    static Set<Publication.Single> completed(List<Behind> durable) {
        // By identity: equal events are publications of their own.
        Set<Publication.Single> completed = Collections.newSetFromMap(new IdentityHashMap<>());
        durable.forEach(behind -> behind.waiting()
                .forEach(publication -> publication.durable(behind.post()).ifPresent(completed::add)));
        return completed;
    }

    /** Waits for the commit under way. */
    private void end() {
        try {
            underWay.get();
            committing = List.of();
            underWay = NOTHING;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the index was durable", e);
        }
    }

    /** Takes back what is not known to be durable, to be written again. */
    List<Behind> takeBack() {
        try {
            end();
        } catch (RuntimeException known) {
            underWay = NOTHING;
        }
        var lost = Stream.concat(committing.stream(), written.stream()).toList();
        committing = List.of();
        written.clear();
        waiting = 0;
        return lost;
    }

    @Override
    public void close() {
        own.shutdown();
    }
}
