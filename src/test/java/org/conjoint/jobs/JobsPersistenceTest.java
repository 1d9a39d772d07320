package org.conjoint.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.testing.CountingJob;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JobsPersistenceTest {

    @Autowired
    Jobs jobs;

    @Autowired
    Accounts accounts;

    @Autowired
    CountingJob counting;

    private final String name = UUID.randomUUID().toString();

    @Test
    void a_job_runs_to_its_end_with_a_report_in_order() throws Exception {
        var id = asSystem(() -> jobs.start(CountingJob.KIND, "Count", name));
        var seen = new ArrayList<Job>();
        var job = asSystem(() -> await(id, seen));
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(10);
        assertThat(job.total()).isEqualTo(10);
        assertThat(job.counts()).isEqualTo(new JobCounts(5, 0, 0, 0, 5));
        assertThat(job.endedAt()).isNotNull();
        assertThat(asSystem(() -> jobs.rows(id, 2, 3, null)))
                .extracting(JobRow::number)
                .containsExactly(3L, 4L, 5L);
        assertThat(asSystem(() -> jobs.rows(id, 0, 100, RowOutcome.REFUSED)))
                .extracting(JobRow::number)
                .containsExactly(1L, 3L, 5L, 7L, 9L);
        assertThat(seen).isNotEmpty();
    }

    @Test
    void asking_for_the_same_work_while_it_runs_gives_the_same_job() throws Exception {
        counting.hold(name);
        var id = asSystem(() -> jobs.start(CountingJob.KIND, "Count", name));
        assertThat(asSystem(() -> jobs.start(CountingJob.KIND, "Count", name))).isEqualTo(id);
        counting.release(name);
        asSystem(() -> await(id, new ArrayList<>()));
        assertThat(asSystem(() -> jobs.start(CountingJob.KIND, "Count", name))).isNotEqualTo(id);
    }

    @Test
    void a_cancelled_job_stops_at_its_next_checkpoint_and_keeps_what_it_did() throws Exception {
        counting.hold(name);
        var id = asSystem(() -> jobs.start(CountingJob.KIND, "Count", name));
        counting.awaitHeld(name);
        assertThat(asSystem(() -> jobs.cancel(id))).isTrue();
        counting.release(name);
        var job = asSystem(() -> await(id, new ArrayList<>()));
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.done()).isEqualTo(5);
        assertThat(asSystem(() -> jobs.rows(id, 0, 100, null))).hasSize(5);
        assertThat(asSystem(() -> jobs.cancel(id))).isFalse();
    }

    @Test
    void a_failure_undoes_only_the_step_that_failed_and_is_told() throws Exception {
        var id = asSystem(() -> jobs.start(CountingJob.KIND, "Count", "fail " + name));
        var job = asSystem(() -> await(id, new ArrayList<>()));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.message()).isEqualTo("Seven is too many");
        assertThat(job.done()).isEqualTo(6);
        assertThat(asSystem(() -> jobs.rows(id, 0, 100, null))).hasSize(6);
    }

    @Test
    void a_job_of_an_unknown_kind_is_refused() {
        assertThatThrownBy(() -> asSystem(() -> jobs.start(new JobKind("unheard-of"), "?", "")))
                .hasMessageContaining("unheard-of");
    }

    private Job await(JobId id, List<Job> seen) {
        try {
            return jobs.await(id, seen::add);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T asSystem(Supplier<T> work) {
        return accounts.runAsSystem(work);
    }
}
