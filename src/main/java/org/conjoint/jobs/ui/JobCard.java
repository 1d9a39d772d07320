package org.conjoint.jobs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.conjoint.jobs.Job;
import org.conjoint.ui.Moments;
import org.conjoint.ui.ProgressRow;

/** A job in a list: what it is, how far it has come, how it ended. */
public final class JobCard extends ListItem {

    private final Span state = new Span();
    private final ProgressRow progress;
    private final Span outcome = new Span();

    public JobCard(Job job) {
        addClassName("job-card");
        var title = new Anchor(JobNavigation.to(job.id()), job.title());
        title.addClassName("job-title");
        progress = new ProgressRow("Job " + job.id().value());
        outcome.addClassName("hint");
        add(title, state, progress, outcome);
        show(job);
    }

    /** Shows where the job stands now. */
    public void show(Job job) {
        var rate = job.ratePerSecond();
        state.removeAll();
        state.add(JobWords.pill(job));
        progress.setVisible(!job.state().ended());
        progress.show(job.done(), job.total(), rate == null ? 0 : rate, job.estimate(), getLocale());
        var at = Moments.dateTime(job.endedAt() == null ? job.queuedAt() : job.endedAt());
        var result = JobWords.result(job, getLocale());
        outcome.setText(result.isEmpty() ? at : at + " · " + result);
    }
}
