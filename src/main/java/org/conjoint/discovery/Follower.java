package org.conjoint.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.discovery.Backlog.Behind;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.search.Entry;
import org.conjoint.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as the database is. One thread composes the entries of posts that changed and writes them, so that
 * the last state read is the last state written; every few seconds the index is made durable, and then the publications
 * of what is in it are completed. What a kill interrupts is still incomplete in the registry, and read at the next start.
 */
@Component
class Follower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final String ORIGIN = "origin";
    private static final long IDLE_MILLIS = 100;
    private static final long RETRY_MILLIS = 1000;
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final SearchIndex index;
    private final Entries entries;
    private final Publications publications;
    private final Accounts accounts;
    private final Posts posts;
    private final Origin origin;
    private final IndexSettings.Index settings;
    private final Backlog backlog;
    private final Durability durability;
    private final Comparison comparison;

    private volatile Map<String, String> notes = Map.of();
    private volatile boolean running;
    private volatile boolean someLeft;
    private volatile @Nullable Rebuilding rebuilding;
    private volatile @Nullable String problem;
    private volatile @Nullable Thread thread;

    Follower(
            SearchIndex index,
            Entries entries,
            Publications publications,
            Accounts accounts,
            Posts posts,
            VerdictArchive verdicts,
            Origin origin,
            IndexSettings settings) {
        this.index = index;
        this.entries = entries;
        this.publications = publications;
        this.accounts = accounts;
        this.posts = posts;
        this.origin = origin;
        this.settings = settings.index();
        this.backlog = new Backlog(settings.index().backlog());
        this.durability = new Durability(index, publications, settings.index());
        this.comparison = new Comparison(index, posts, verdicts);
    }

    /** Notes that an event changed posts; returns at once unless very many are behind, and never throws. */
    void changed(Object event) {
        try {
            note(
                    Changes.of(event),
                    new Publication.Live(event),
                    settings.patience().toMillis());
        } catch (RuntimeException e) {
            someLeft = true;
            LOG.error("A change could not be noted; it is read from the registry later", e);
        }
    }

    private void note(Set<PostId> changed, Publication.Single whole, long patience) {
        if (changed.isEmpty()) {
            durability.nothingToWrite(whole);
            return;
        }
        var publication = changed.size() == 1 ? whole : new Publication.Shared(whole, changed);
        for (var post : changed) {
            if (!backlog.add(post, publication, patience)) {
                someLeft = true;
            }
        }
    }

    /** How the index stands. */
    IndexState state() {
        var step = rebuilding;
        return new IndexState(
                index.whole(),
                index.entries(),
                index.children(),
                backlog.size(),
                step == null ? null : step.progress(),
                problem);
    }

    /** Waits until every change committed so far is searchable; false when that takes longer. */
    boolean awaitCaughtUp(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (backlog.size() > 0 || someLeft || rebuilding != null) {
            if (System.nanoTime() > end || !running) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return index.awaitVisible(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }

    /** Begins to build the index again; the one under way, if there is one. */
    synchronized Rebuilding rebuild() {
        var step = rebuilding;
        if (step == null) {
            step = new Rebuilding(index.rebuild(), entries, asSystem(posts::count));
            rebuilding = step;
        }
        return step;
    }

    @Override
    public void start() {
        var token = origin.token().toString();
        notes = Map.of(ORIGIN, token);
        readLeft();
        running = true;
        if (!index.whole() || !token.equals(index.notes().get(ORIGIN))) {
            LOG.info("The index is built from the database");
            rebuild();
        }
        var started = new Thread(this::run, "index-follower");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        var ending = thread;
        if (ending != null) {
            try {
                ending.join(TO_END.plusSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins before and ends after everything that may change posts. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void run() {
        while (running) {
            turn();
        }
        var end = System.nanoTime() + TO_END.toNanos();
        while (backlog.size() > 0 && problem == null && System.nanoTime() < end) {
            turn();
        }
        var step = rebuilding;
        if (step != null) {
            step.end(new IllegalStateException("The console ended before the index was built"));
        }
        try {
            durability.commit(true, notes);
        } catch (RuntimeException e) {
            LOG.warn("The last changes of the index are written again at the next start: {}", e.toString());
        } finally {
            durability.close();
        }
    }

    private void turn() {
        List<Behind> batch = List.of();
        try {
            batch = take();
            var wrote = !batch.isEmpty();
            if (wrote) {
                write(batch);
                durability.written(batch);
                backlog.settle(batch);
                batch = List.of();
            }
            durability.commit(false, notes);
            build();
            if (!wrote && rebuilding == null) {
                idle();
            }
            problem = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } catch (RuntimeException e) {
            failed(batch, e);
        }
    }

    private List<Behind> take() throws InterruptedException {
        var first = backlog.take(settings.batch(), rebuilding == null ? IDLE_MILLIS : 0);
        if (first.isEmpty()
                || first.size() == settings.batch()
                || settings.linger().isZero()) {
            return first;
        }
        LockSupport.parkNanos(settings.linger().toNanos());
        var more = backlog.take(settings.batch() - first.size(), 0);
        return java.util.stream.Stream.concat(first.stream(), more.stream()).toList();
    }

    private void write(List<Behind> batch) {
        var ids = batch.stream().map(Behind::post).collect(Collectors.toSet());
        var composed = asSystem(() -> entries.of(ids));
        index.put(composed);
        if (composed.size() < ids.size()) {
            var there = composed.stream().map(Entry::id).collect(Collectors.toSet());
            index.delete(ids.stream()
                    .map(Entries::id)
                    .filter(id -> !there.contains(id))
                    .toList());
        }
    }

    private void build() {
        var step = rebuilding;
        if (step != null) {
            var ended = asSystem(() -> step.step(settings.batch(), notes));
            if (ended) {
                rebuilding = null;
            }
        }
    }

    private void idle() {
        if (someLeft) {
            durability.commit(true, notes);
            someLeft = false;
            readLeft();
        } else if (comparison.due() && durability.isEmpty() && asSystem(comparison::differs)) {
            rebuild();
        }
    }

    private void failed(List<Behind> batch, RuntimeException e) {
        if (!String.valueOf(e.getMessage()).equals(problem)) {
            LOG.error("The index could not follow the database; it tries again every second", e);
        }
        problem = String.valueOf(e.getMessage());
        backlog.giveBack(durability.takeBack());
        backlog.giveBack(batch);
        backlog.settle(batch);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
    }

    /** Notes what the registry says was not completed. */
    private void readLeft() {
        var left = publications.left();
        for (var publication : left) {
            note(Changes.of(publication.getEvent()), new Publication.Left(publication.getIdentifier()), Long.MAX_VALUE);
        }
        if (!left.isEmpty()) {
            LOG.info("{} changes were not in the index yet", left.size());
        }
    }

    private <T> T asSystem(Supplier<T> work) {
        return accounts.runAsSystem(work);
    }
}
