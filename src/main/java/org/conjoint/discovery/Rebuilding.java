package org.conjoint.discovery;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.conjoint.content.PostId;
import org.conjoint.discovery.IndexState.RebuildProgress;
import org.conjoint.search.SearchIndex;
import org.jspecify.annotations.Nullable;

/** The index being built again, a batch of posts at a time, between the changes that the follower writes. */
final class Rebuilding {
    private final SearchIndex.Rebuild rebuild;
    private final Entries entries;
    private final CompletableFuture<RebuildProgress> ended = new CompletableFuture<>();
    private final long total;
    private volatile long done;
    private volatile boolean cancelled;
    private @Nullable PostId after;

    /** @param total posts in the database */
    Rebuilding(SearchIndex.Rebuild rebuild, Entries entries, long total) {
        this.rebuild = rebuild;
        this.entries = entries;
        this.total = total;
    }

    RebuildProgress progress() {
        return new RebuildProgress(done, Math.max(total, done));
    }

    /** Completes when the new index is in use, or with the reason why it never will be. */
    CompletableFuture<RebuildProgress> ended() {
        return ended;
    }

    /** Asks it to stop; the index stays as it is. */
    void cancel() {
        cancelled = true;
    }

    /** Writes the next posts. True when that was the end. */
    boolean step(int batch, Map<String, String> notes) {
        try {
            if (cancelled) {
                end(new java.util.concurrent.CancellationException("The rebuild was cancelled"));
                return true;
            }
            var next = entries.after(after, batch);
            if (next.isEmpty()) {
                rebuild.finish(notes);
                ended.complete(progress());
                return true;
            }
            rebuild.put(next);
            done += next.size();
            after = new PostId(Long.parseLong(next.getLast().id()));
            return false;
        } catch (RuntimeException e) {
            end(e);
            return true;
        }
    }

    /** Gives it up. */
    void end(RuntimeException why) {
        rebuild.close();
        ended.completeExceptionally(why);
    }
}
