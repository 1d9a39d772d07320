package org.conjoint.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.file.Files;
import org.conjoint.exchange.ExportArchive;
import org.conjoint.exchange.ExportFilter;
import org.conjoint.exchange.VerdictExportJob;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobState;
import org.conjoint.jobs.Jobs;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;

/** Starts an export of verdicts, and hands the finished ones out as archives. */
final class ExportForm extends Div {
    private static final int SHOWN = 200;

    private final transient VerdictExportJob exports;
    private final transient Jobs jobs;
    private final Select<String> queue = new Select<>();
    private final Div finished = new Div();
    private transient @Nullable Runnable stop;

    ExportForm(VerdictExportJob exports, Jobs jobs, Queues queues) {
        this.exports = exports;
        this.jobs = jobs;
        addClassNames("card", "data-form");
        queue.setLabel("Verdicts of");
        queue.setItems(queues.list().stream().map(each -> each.data().name()).toList());
        queue.setEmptySelectionAllowed(true);
        queue.setEmptySelectionCaption("All queues");
        queue.setPlaceholder("All queues");
        var start = new Button("Export verdicts", click -> start());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var hint =
                new Span("JSON lines, one a verdict, with the post, the policy version, every clause's text hash and a"
                        + " manifest of hashes.");
        hint.addClassName("hint");
        finished.addClassName("data-downloads");
        add(new H2("Export"), hint, queue, start, finished);
        showFinished();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        stop = jobs.subscribe(job -> {
            if (job.kind().equals(VerdictExportJob.KIND) && job.state().ended()) {
                ui.access(this::showFinished);
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

    private void start() {
        try {
            exports.start(new ExportFilter(queue.getValue()));
        } catch (IllegalArgumentException e) {
            Notification.show(e.getMessage());
        }
    }

    private void showFinished() {
        finished.removeAll();
        jobs.page(null, SHOWN).stream()
                .filter(job -> job.kind().equals(VerdictExportJob.KIND) && job.state() == JobState.DONE)
                .filter(job -> Files.isDirectory(exports.folder(job.id())))
                .limit(5)
                .forEach(job -> finished.add(download(job)));
    }

    private Anchor download(Job job) {
        var link = new Anchor(
                (DownloadHandler) event -> send(event, job.id()),
                "Download export %d (%,d verdicts)".formatted(job.id().value(), job.done()));
        link.addClassName("data-download");
        return link;
    }

    private void send(DownloadEvent event, JobId id) throws IOException {
        var folder = exports.folder(id);
        event.setFileName(folder.getFileName() + ".zip");
        event.setContentType("application/zip");
        try (var out = event.getOutputStream()) {
            ExportArchive.write(folder, out);
        }
    }
}
