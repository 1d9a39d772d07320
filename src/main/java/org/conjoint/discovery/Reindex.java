package org.conjoint.discovery;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.conjoint.access.Roles;
import org.conjoint.discovery.IndexState.RebuildProgress;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Builds the index again from the database, and says how it stands. */
@Service
public class Reindex {
    private static final long TELL_EVERY_MILLIS = 500;

    private final Follower follower;

    Reindex(Follower follower) {
        this.follower = follower;
    }

    /**
     * Builds the index again beside the one in use and takes it into use at the end; changes meanwhile go into both.
     * Waits for the one under way if there is one. An exception from {@code progress} stops it and is passed on.
     *
     * @param progress told twice a second, on the calling thread
     * @return what was written
     * @throws IllegalStateException when it could not be finished; the index in use is as it was
     */
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public RebuildProgress run(Consumer<RebuildProgress> progress) {
        var rebuilding = follower.rebuild();
        while (true) {
            try {
                return rebuilding.ended().get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                try {
                    progress.accept(rebuilding.progress());
                } catch (RuntimeException stop) {
                    rebuilding.cancel();
                    throw stop;
                }
            } catch (ExecutionException | CancellationException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                throw new IllegalStateException("The index could not be built again: " + cause.getMessage(), cause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rebuilding.cancel();
                throw new IllegalStateException("Interrupted while the index was built again", e);
            }
        }
    }

    /** How the index stands. */
    @PreAuthorize(Roles.SIGNED_IN)
    public IndexState state() {
        return follower.state();
    }

    /** Waits until every change committed so far is searchable; false when that takes longer. */
    @PreAuthorize(Roles.SIGNED_IN)
    public boolean awaitCaughtUp(Duration limit) {
        return follower.awaitCaughtUp(limit);
    }
}
