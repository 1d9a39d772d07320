package org.conjoint.jobs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.HashMap;
import java.util.Map;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** The newest jobs, changing as they run, by push. */
public final class LiveJobs extends UnorderedList {
    private static final int SHOWN = 50;

    private final transient Jobs jobs;
    private final SerializablePredicate<Job> shown;
    private final transient Map<JobId, JobCard> cards = new HashMap<>();
    private transient @Nullable Runnable stop;

    /** @param shown which jobs belong here */
    public LiveJobs(Jobs jobs, SerializablePredicate<Job> shown) {
        this.jobs = jobs;
        this.shown = shown;
        addClassNames("job-list", "card");
        refresh();
    }

    public boolean isEmpty() {
        return cards.isEmpty();
    }

    /** Reads the list anew. */
    public void refresh() {
        removeAll();
        cards.clear();
        jobs.page(null, SHOWN).stream().filter(shown).forEach(job -> {
            var card = new JobCard(job);
            cards.put(job.id(), card);
            add(card);
        });
        setVisible(!cards.isEmpty());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stop = jobs.subscribe(job -> ui.access(() -> changed(job)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    private void changed(Job job) {
        if (!shown.test(job)) {
            return;
        }
        var card = cards.get(job.id());
        if (card != null) {
            card.show(job);
            return;
        }
        var added = new JobCard(job);
        cards.put(job.id(), added);
        addComponentAsFirst(added);
        setVisible(true);
    }
}
