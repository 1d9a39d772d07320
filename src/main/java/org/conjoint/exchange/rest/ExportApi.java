package org.conjoint.exchange.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conjoint.access.Roles;
import org.conjoint.exchange.ExportArchive;
import org.conjoint.exchange.ExportFilter;
import org.conjoint.exchange.VerdictExportJob;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Starts exports and hands their files out. */
@RestController
@RequestMapping("/api/exports")
@PreAuthorize(Roles.HAS_DATA_ACCESS)
@ConditionalOnWebApplication
class ExportApi {

    /** Verdicts, of one queue or all. */
    record Wanted(@Nullable String format, @Nullable String queue) {}

    private final VerdictExportJob exports;
    private final Jobs jobs;

    ExportApi(VerdictExportJob exports, Jobs jobs) {
        this.exports = exports;
        this.jobs = jobs;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobAnswer start(@RequestBody Wanted wanted) {
        if (wanted.format() != null && !wanted.format().equals("verdicts")) {
            throw new IllegalArgumentException(
                    "“%s” is not a format of export; use verdicts".formatted(wanted.format()));
        }
        var id = exports.start(new ExportFilter(wanted.queue()));
        return jobs.find(id).map(JobAnswer::of).orElseThrow(() -> new Refusals.NotThere("The job is gone"));
    }

    /** The whole export as a zip archive. */
    @GetMapping("/{id}/archive")
    ResponseEntity<StreamingResponseBody> archive(@PathVariable long id) throws IOException {
        var folder = folder(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(folder.getFileName()))
                .body(out -> ExportArchive.write(folder, out));
    }

    private Path folder(long id) {
        if (id > 0 && Files.isDirectory(exports.folder(new JobId(id)))) {
            return exports.folder(new JobId(id));
        }
        throw new Refusals.NotThere("There is no finished export " + id);
    }
}
