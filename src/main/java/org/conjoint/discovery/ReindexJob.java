package org.conjoint.discovery;

import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobHandler;
import org.conjoint.jobs.JobKind;
import org.springframework.stereotype.Component;

/** Builds the index again as a job; after a kill it begins anew, and the index in use is as it was. */
@Component
class ReindexJob implements JobHandler {
    static final JobKind KIND = new JobKind("rebuild-index");

    private final Reindex reindex;

    ReindexJob(Reindex reindex) {
        this.reindex = reindex;
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public void run(JobContext context) {
        var done = reindex.run(progress -> {
            context.total(progress.total());
            context.checkpoint(() -> new JobContext.Progress("", progress.done(), java.util.List.of()));
        });
        context.total(done.total());
        context.checkpoint(() -> new JobContext.Progress("", done.done(), java.util.List.of()));
        context.result("{\"posts\":%d}".formatted(done.done()));
    }
}
