package org.conjoint.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conjoint.discovery.Backlog.Behind;
import org.conjoint.search.SearchIndex;

/** Posts whose entries are written and not yet durable: makes them so, and then completes their publications. */
final class Durability {
    private final SearchIndex index;
    private final Publications publications;
    private final Duration every;
    private final int after;
    private final List<Behind> written = new ArrayList<>();
    private final List<Publication> without = new ArrayList<>();
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
    void nothingToWrite(Publication publication) {
        synchronized (without) {
            without.add(publication);
        }
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** Commits when it is time to, or when asked to now. */
    void commit(boolean now, Map<String, String> notes) {
        var due = waiting >= after || System.nanoTime() - last >= every.toNanos();
        if (!now && !due) {
            return;
        }
        if (!written.isEmpty()) {
            index.commit(notes);
        }
        var done = new ArrayList<Publication>();
        written.forEach(behind -> done.addAll(behind.waiting()));
        synchronized (without) {
            done.addAll(without);
            without.clear();
        }
        // From here on the entries are durable; should completing fail, they are written once more.
        if (!done.isEmpty()) {
            publications.complete(done);
        }
        written.clear();
        waiting = 0;
        last = System.nanoTime();
    }

    /** Takes back what is not known to be durable, to be written again. */
    List<Behind> takeBack() {
        var lost = List.copyOf(written);
        written.clear();
        waiting = 0;
        return lost;
    }
}
