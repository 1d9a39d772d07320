package org.conjoint.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.conjoint.content.PostId;

/**
 * Posts whose entries are behind the database, each once however often it changed, in the order in which they fell
 * behind; with the publications that wait for them.
 */
final class Backlog {

    /**
     * A post and who waits for it.
     *
     * @param since when it fell behind, by {@link System#nanoTime}
     */
    record Behind(PostId post, List<Publication> waiting, long since) {}

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final Map<PostId, Behind> posts = new LinkedHashMap<>();
    private int inHand;

    /** @param most how many posts it holds */
    Backlog(int most) {
        this.most = most;
    }

    /** Adds a post; when it is full, waits until there is room. False when there was none in time. */
    boolean add(PostId post, Publication publication, long waitMillis) {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (posts.size() >= most && !posts.containsKey(post)) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = emptied.awaitNanos(nanos);
            }
            put(post, publication);
            filled.signal();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Gives posts back whose entries could not be written; there is always room for them. */
    void giveBack(List<Behind> all) {
        lock.lock();
        try {
            all.forEach(behind -> behind.waiting().forEach(publication -> put(behind.post(), publication)));
        } finally {
            lock.unlock();
        }
    }

    private void put(PostId post, Publication publication) {
        posts.computeIfAbsent(post, any -> new Behind(post, new ArrayList<>(), System.nanoTime()))
                .waiting()
                .add(publication);
    }

    /**
     * The posts that have waited longest, at most {@code limit}; empty when none comes in time. They count as behind
     * until they are {@linkplain #settle settled}.
     */
    List<Behind> take(int limit, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (posts.isEmpty() && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            var taken = new ArrayList<Behind>(Math.min(limit, posts.size()));
            var all = posts.values().iterator();
            while (all.hasNext() && taken.size() < limit) {
                taken.add(all.next());
                all.remove();
            }
            inHand += taken.size();
            emptied.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Posts that were taken are no longer in hand: written, or given back. */
    void settle(List<Behind> taken) {
        lock.lock();
        try {
            inHand -= taken.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many posts are behind, those in hand included. */
    int size() {
        lock.lock();
        try {
            return posts.size() + inHand;
        } finally {
            lock.unlock();
        }
    }
}
