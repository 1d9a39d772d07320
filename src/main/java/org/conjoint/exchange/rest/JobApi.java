package org.conjoint.exchange.rest;

import java.util.List;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditReport;
import org.conjoint.audit.AuditVerification;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobKind;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, and the two that need no data: rebuilding the index and verifying the audit trail. */
@RestController
@RequestMapping("/api")
@PreAuthorize(Roles.HAS_DATA_ACCESS)
@ConditionalOnWebApplication
class JobApi {
    private static final int MOST = 1000;
    private static final JobKind REBUILD_INDEX = new JobKind("rebuild-index");

    private final Jobs jobs;
    private final AuditVerification verification;

    JobApi(Jobs jobs, AuditVerification verification) {
        this.jobs = jobs;
        this.verification = verification;
    }

    /** The newest jobs, or those before one. */
    @GetMapping("/jobs")
    List<JobAnswer> list(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return jobs.page(before == null ? null : new JobId(before), Math.clamp(limit, 1, MOST)).stream()
                .map(JobAnswer::of)
                .toList();
    }

    @GetMapping("/jobs/{id}")
    JobAnswer job(@PathVariable long id) {
        return JobAnswer.of(find(id));
    }

    /** The report row by row, after a row number. */
    @GetMapping("/jobs/{id}/rows")
    List<JobRow> rows(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam @Nullable RowOutcome outcome) {
        return jobs.rows(find(id).id(), after, Math.clamp(limit, 1, MOST), outcome);
    }

    @PostMapping("/jobs/{id}/cancel")
    JobAnswer cancel(@PathVariable long id) {
        jobs.cancel(find(id).id());
        return job(id);
    }

    @PostMapping("/reindex")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobAnswer reindex() {
        return job(jobs.start(REBUILD_INDEX, "Rebuild the index", "{}").value());
    }

    /** Goes through all chains and tells what is wrong with them. */
    @PostMapping("/audit/verification")
    AuditReport verify() {
        return verification.verify();
    }

    private Job find(long id) {
        return (id < 1 ? java.util.Optional.<Job>empty() : jobs.find(new JobId(id)))
                .orElseThrow(() -> new Refusals.NotThere("There is no job " + id));
    }
}
