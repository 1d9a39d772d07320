package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.conjoint.access.Roles;
import org.conjoint.exchange.mapping.Mapping;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobKind;
import org.conjoint.jobs.Jobs;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Brings posts and verdicts in, as jobs. */
@Service
@PreAuthorize(Roles.HAS_DATA_ACCESS)
public class Imports {

    /** The kind of job that imports. */
    public static final JobKind KIND = new JobKind("import");

    private final Jobs jobs;
    private final JsonMapper json = JsonMapper.shared();

    Imports(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Starts an import; one that was killed half way is resumed when the same is asked again.
     *
     * @throws IllegalArgumentException when the path is not there, or the request contradicts itself
     * @throws org.conjoint.exchange.mapping.MappingProblem when the mapping cannot be used, with file and line
     */
    public JobId start(ImportRequest request) {
        var path = Path.of(request.path());
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is nothing at " + path);
        }
        var mapping = request.mapping();
        var format = request.format() == null ? null : ImportFormat.of(request.format());
        if ((format == ImportFormat.MAPPING) != (mapping != null)) {
            throw new IllegalArgumentException("A mapping file goes with the format “mapping”, and only with that");
        }
        var name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        var title = mapping == null
                ? "Import " + name
                : "Import %s (%s)"
                        .formatted(Mapping.parse(mappingName(request), mapping).title(), name);
        return jobs.start(KIND, title, json.writeValueAsString(request));
    }

    /**
     * Runs an import to its end, for the command line.
     *
     * @param progress told a few times a second how far it is
     */
    public ImportResult run(ImportRequest request, Consumer<Job> progress) throws InterruptedException {
        var job = jobs.await(start(request), progress);
        return new ImportResult(
                job.id().value(),
                job.state(),
                job.counts(),
                job.message(),
                job.active().toMillis() / 1000.0);
    }

    /** A request to read a path by a mapping file. @throws IOException when the file cannot be read */
    public static ImportRequest byMapping(Path path, Path mappingFile) throws IOException {
        return ImportRequest.of(path)
                .withMapping(String.valueOf(mappingFile.getFileName()), Files.readString(mappingFile));
    }

    static String mappingName(ImportRequest request) {
        return request.mappingName() == null ? "mapping.yaml" : request.mappingName();
    }
}
