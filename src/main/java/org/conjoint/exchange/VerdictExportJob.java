package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conjoint.access.Roles;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobHandler;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobKind;
import org.conjoint.jobs.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports as jobs, each into a folder of its own below the data folder. Killed half way, an export begins again: it
 * only reads, and what it had written was not yet in its place.
 */
@Service
public class VerdictExportJob implements JobHandler {

    /** The kind of job that exports verdicts. */
    public static final JobKind KIND = new JobKind("export-verdicts");

    private final VerdictExport export;
    private final Jobs jobs;
    private final Path folder;
    private final JsonMapper json = JsonMapper.shared();

    VerdictExportJob(VerdictExport export, Jobs jobs, @Value("${conjoint.data}") Path data) {
        this.export = export;
        this.jobs = jobs;
        this.folder = data.resolve("exports");
    }

    /**
     * Starts an export.
     *
     * @throws IllegalArgumentException when there is no such queue
     */
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public JobId start(ExportFilter filter) {
        export.count(filter);
        var title = filter.queue() == null
                ? "Export all verdicts"
                : "Export the verdicts of “%s”".formatted(filter.queue());
        return jobs.start(KIND, title, json.writeValueAsString(filter));
    }

    /** Where the files of an export stand once its job is done. */
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public Path folder(JobId id) {
        return folder.resolve("export-" + id.value());
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public void run(JobContext context) throws IOException {
        var place = folder.resolve("export-" + context.id().value());
        if (Files.exists(place.resolve(VerdictExport.MANIFEST))) {
            return;
        }
        var filter = json.readValue(context.parameters(), ExportFilter.class);
        context.total(export.count(filter));
        var result = export.write(
                place,
                filter,
                written ->
                        context.checkpoint(() -> new JobContext.Progress(Long.toString(written), written, List.of())));
        context.result(json.writeValueAsString(result));
    }
}
