package org.conjoint.jobs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.Roles;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.ui.ProgressRow;
import org.jspecify.annotations.Nullable;

/** One job: progress, what came of it, and its report row by row. */
@Route(JobNavigation.JOBS)
@RolesAllowed({Roles.DATA_ENGINEER, Roles.ADMIN})
class JobView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {

    private final transient Jobs jobs;
    private final H1 title = new H1();
    private final Span state = new Span();
    private final ProgressRow progress = new ProgressRow("Progress");
    private final Span counts = new Span();
    private final Span message = new Span();
    private final Button cancel = new Button("Cancel the job", click -> cancel());
    private final Select<RowOutcome> filter = new Select<>();
    private final ReportGrid report;
    private transient @Nullable Runnable stop;
    private long id;

    JobView(Jobs jobs) {
        this.jobs = jobs;
        this.report = new ReportGrid(jobs);
        addClassNames("page-scroll", "jobs");
        counts.addClassName("num");
        message.addClassName("muted");
        filter.setLabel("Rows");
        filter.setItems(RowOutcome.values());
        filter.setItemLabelGenerator(outcome -> outcome == null ? "All" : JobWords.of(outcome));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption("All");
        filter.addValueChangeListener(change -> report.show(new JobId(id), change.getValue()));
        var head = new Div(title, state);
        head.addClassName("job-head");
        filter.addClassName("report-filter");
        cancel.addClassName("job-cancel");
        add(head, progress, counts, message, cancel, new H2("Report"), filter, report);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        var job = parameter < 1 ? null : jobs.find(new JobId(parameter)).orElse(null);
        if (job == null) {
            throw new NotFoundException("There is no job " + parameter);
        }
        if (job.counts().refused() > 0) {
            filter.setValue(RowOutcome.REFUSED);
        }
        show(job);
        report.show(job.id(), filter.getValue());
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        stop = jobs.subscribe(job -> {
            if (job.id().value() == id) {
                ui.access(() -> changed(job));
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    private void changed(Job job) {
        show(job);
        if (job.state().ended()) {
            report.show(job.id(), filter.getValue());
        }
    }

    private void show(Job job) {
        var rate = job.ratePerSecond();
        title.setText(job.title());
        state.removeAll();
        state.add(JobWords.pill(job));
        progress.show(job.done(), job.total(), rate == null ? 0 : rate, job.estimate(), getLocale());
        counts.setText(JobWords.of(job.counts(), getLocale()));
        counts.setVisible(!counts.getText().isEmpty());
        message.setText(job.message() == null ? "" : job.message());
        message.setVisible(!message.getText().isEmpty());
        cancel.setVisible(!job.state().ended());
        cancel.setEnabled(!job.cancelRequested());
    }

    private void cancel() {
        jobs.cancel(new JobId(id));
        cancel.setEnabled(false);
    }
}
