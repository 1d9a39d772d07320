package org.conjoint.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Those who follow the jobs of this process. */
@Component
class JobListeners {
    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();

    Runnable add(Consumer<Job> listener) {
        Consumer<Job> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void tell(Job job) {
        for (var listener : listeners) {
            try {
                listener.accept(job);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A listener to job {} failed and hears no more",
                        job.id().value(),
                        e);
                listeners.remove(listener);
            }
        }
    }
}
