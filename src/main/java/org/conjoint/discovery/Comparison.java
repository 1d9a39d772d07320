package org.conjoint.discovery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.conjoint.content.Posts;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictFilter;
import org.conjoint.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the index with the database once after the start: a database that was restored from a backup, or an index
 * that was, shows by its counts.
 */
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final SearchIndex index;
    private final LongSupplier posts;
    private final LongSupplier verdicts;
    private boolean due = true;
    private int doubts;
    private long notBefore = System.nanoTime();

    Comparison(SearchIndex index, Posts posts, VerdictArchive verdicts) {
        this.index = index;
        this.posts = posts::count;
        this.verdicts = () -> verdicts.count(VerdictFilter.ALL);
    }

    boolean due() {
        return due && System.nanoTime() - notBefore >= 0;
    }

    /** Ask it while nothing is behind. True when the index has to be built again. */
    boolean differs() {
        var before = new long[] {posts.getAsLong(), verdicts.getAsLong()};
        index.awaitVisible(Duration.ofSeconds(5));
        var here = new long[] {index.entries(), index.children()};
        var after = new long[] {posts.getAsLong(), verdicts.getAsLong()};
        notBefore = System.nanoTime() + AGAIN_NANOS;
        if (!java.util.Arrays.equals(before, after)) {
            return false;
        }
        if (java.util.Arrays.equals(here, after)) {
            due = false;
            return false;
        }
        doubts++;
        if (doubts < 2) {
            return false;
        }
        LOG.warn(
                "The index holds {} posts and {} verdicts, the database {} and {}; the index is built again",
                here[0],
                here[1],
                after[0],
                after[1]);
        due = false;
        return true;
    }
}
