package org.conjoint.exchange.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.conjoint.access.Roles;
import org.conjoint.exchange.ExchangeSettings;
import org.conjoint.exchange.ImportRequest;
import org.conjoint.exchange.Imports;
import org.conjoint.exchange.Uploads;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Starts imports: of an archive in the body of the request, or of a folder of the server. */
@RestController
@RequestMapping("/api/imports")
@PreAuthorize(Roles.HAS_DATA_ACCESS)
@ConditionalOnWebApplication
class ImportApi {

    /** A folder of the server; {@code mapping} is the text of a mapping file. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FromPath(
            String path,
            @Nullable String format,
            @Nullable String mapping,
            @Nullable String mappingName,
            @Nullable String queue,
            @Nullable String policy) {}

    private final Imports imports;
    private final Uploads uploads;
    private final Jobs jobs;
    private final ExchangeSettings settings;

    ImportApi(Imports imports, Uploads uploads, Jobs jobs, ExchangeSettings settings) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.settings = settings;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobAnswer fromPath(@RequestBody FromPath wanted) {
        if (wanted.path() == null) {
            throw new IllegalArgumentException("The “path” of a folder is missing");
        }
        var path = Path.of(wanted.path());
        if (!settings.allows(path)) {
            throw new Refusals.NotAllowed(
                    "%s does not lie below a folder named in conjoint.exchange.folders; send an archive instead"
                            .formatted(path));
        }
        var request = ImportRequest.of(path).withQueue(wanted.queue()).withPolicy(wanted.policy());
        var mapping = wanted.mapping();
        return start(
                mapping == null
                        ? request.withFormat(wanted.format())
                        : request.withMapping(
                                wanted.mappingName() == null ? "mapping.yaml" : wanted.mappingName(), mapping));
    }

    /**
     * Takes a zip archive (a folder with its media, or with a {@code mapping.yaml}) or JSON lines as the body, streamed to
     * disk.
     */
    @PostMapping(
            consumes = {"application/zip", "application/x-ndjson", "application/jsonl", "application/octet-stream"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobAnswer fromBody(
            InputStream body,
            @RequestHeader("Content-Type") MediaType type,
            @RequestParam Map<String, String> parameters)
            throws IOException {
        var lines = type.getSubtype().equals("x-ndjson") || type.getSubtype().equals("jsonl");
        var file = uploads.keep(body, lines ? "upload.jsonl" : "upload.zip");
        return start(ImportRequest.of(file)
                .withFormat(parameters.get("format"))
                .withQueue(parameters.get("queue"))
                .withPolicy(parameters.get("policy"))
                .thenDiscard());
    }

    private JobAnswer start(ImportRequest request) {
        JobId id = imports.start(request);
        return jobs.find(id).map(JobAnswer::of).orElseThrow(() -> new Refusals.NotThere("The job is gone"));
    }
}
