package org.conjoint.rereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostId;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.conjoint.moderation.staleness.ChangedPolicy;
import org.conjoint.moderation.staleness.ChangedPolicy.Change;
import org.conjoint.moderation.staleness.Effects;
import org.conjoint.moderation.staleness.GeneratedVerdicts;
import org.conjoint.moderation.staleness.Grandfathering;
import org.conjoint.moderation.staleness.Rereading;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyTurned;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.TaskKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class RereviewsPersistenceTest {

    private static final int MANY = 500;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Rereviews rereviews;

    @Autowired
    RereviewJob handler;

    @Autowired
    Rereading rereading;

    @Autowired
    Effects effects;

    @Autowired
    Grandfathering grandfathering;

    @Autowired
    Queues queues;

    @Autowired
    Policies policies;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final String name = "Read again " + UUID.randomUUID();
    private UserId author;
    private ChangedPolicy policy;
    private GeneratedVerdicts generated;
    private List<PostId> posts;

    @BeforeEach
    void make() {
        author = People.person(accounts, Role.POLICY_AUTHOR);
        policy = new ChangedPolicy(context);
        generated = new GeneratedVerdicts(context);
        posts = generated.posts(MANY);
    }

    @Test
    void the_queue_gets_each_post_once_in_the_order_in_which_it_matters_and_a_second_plan_adds_nothing()
            throws Exception {
        given();
        var target = tightened();
        var begun = begun(as(() -> rereviews.plan(data(target, null))));
        await(begun);
        var plan = plan(target);
        var wanted = walk(target);
        assertThat(wanted).hasSizeGreaterThan(200);
        assertThat(queued(queue(plan))).containsExactlyElementsOf(wanted);
        assertThat(plan.posts()).isEqualTo(wanted.size());
        assertThat(plan.filledAt()).isNotNull();
        assertThat(accounts.runAsSystem(() -> queues.data(queue(plan)))).satisfies(data -> {
            assertThat(data.kind()).isEqualTo(TaskKind.RE_REVIEW);
            assertThat(data.name()).isEqualTo(name);
            assertThat(data.overlap()).isEqualTo(2);
            assertThat(data.jurisdiction()).isEqualTo(Policies.GLOBAL);
        });
        await(begun(as(() -> rereviews.plan(data(target, null)))));
        assertThat(queued(queue(plan))).containsExactlyElementsOf(wanted);
        assertThat(plan(target).posts()).isEqualTo(wanted.size());
    }

    @Test
    void a_limit_takes_the_first_and_a_larger_one_goes_on() throws Exception {
        given();
        var target = tightened();
        await(begun(as(() -> rereviews.plan(data(target, 30L)))));
        assertThat(queued(queue(plan(target))))
                .containsExactlyElementsOf(walk(target).subList(0, 30));
        await(begun(as(() -> rereviews.plan(data(target, 220L)))));
        assertThat(queued(queue(plan(target))))
                .containsExactlyElementsOf(walk(target).subList(0, 220));
    }

    @Test
    void what_is_planned_for_a_version_to_come_waits_for_its_turn_and_is_filled_once() throws Exception {
        given();
        var target = policy.version(policy.first(), Change.of("1.1", "loosen"));
        assertThat(as(() -> rereviews.plan(data(target, null)))).isInstanceOf(PlanOutcome.Waits.class);
        assertThat(plan(target).waits()).isTrue();
        assertThat(plan(target).queue()).isNull();
        policy.turn(target);
        turned(target);
        turned(target);
        await(plan(target).id());
        assertThat(queued(queue(plan(target))))
                .containsExactlyElementsOf(walk(target))
                .isNotEmpty();
        assertThat(jdbc.sql("select count(*) from jobs.job where kind = 're-review' and parameters = :plan")
                        .param("plan", Long.toString(plan(target).id().value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(as(() -> rereviews.forget(plan(target).id()))).isFalse();
    }

    @Test
    void a_plan_that_waits_can_be_forgotten() {
        var target = policy.version(policy.first(), Change.of("1.1", "loosen"));
        as(() -> rereviews.plan(data(target, null)));
        assertThat(as(() -> rereviews.forget(plan(target).id()))).isTrue();
        assertThat(as(() -> rereviews.of(target))).isEmpty();
    }

    @Test
    void what_is_kept_on_purpose_is_not_put_in() throws Exception {
        given();
        var target =
                policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten"), Change.of("2.1", "loosen")));
        as(() -> grandfathering.keep(target, policy.clause("1.1"), "Old posts stay as they were judged"));
        await(begun(as(() -> rereviews.plan(data(target, null)))));
        var radius = as(() -> effects.blastRadius(target));
        assertThat(radius.kept()).isPositive();
        assertThat(queued(queue(plan(target))))
                .containsExactlyElementsOf(walk(target))
                .hasSizeLessThan(MANY / 4);
    }

    @Test
    void after_a_kill_the_job_goes_on_and_no_post_is_missing_or_twice() {
        given();
        var target = tightened();
        var plan = transaction.execute(status -> context.getBean(PlanRows.class)
                .insert(data(target, null), author, java.time.Instant.parse("2026-11-01T00:00:00Z")));
        var killed = new Run(Objects.requireNonNull(plan), null, 3);
        assertThatThrownBy(() -> accounts.runAsSystem(() -> run(killed))).isInstanceOf(Killed.class);
        assertThat(queued(queue(plan(target))))
                .isNotEmpty()
                .hasSizeLessThan(walk(target).size());
        assertThat(plan(target).filledAt()).isNull();
        accounts.runAsSystem(() -> run(new Run(plan, killed.cursor(), Integer.MAX_VALUE)));
        assertThat(queued(queue(plan(target)))).containsExactlyElementsOf(walk(target));
        assertThat(plan(target).filledAt()).isNotNull();
        accounts.runAsSystem(() -> run(new Run(plan, "end", Integer.MAX_VALUE)));
    }

    @Test
    void a_version_that_judges_no_more_and_a_name_that_is_taken_are_refused() throws Exception {
        var target = tightened();
        assertThat(as(() -> rereviews.plan(data(policy.first(), null)))).isInstanceOf(PlanOutcome.Refused.class);
        await(begun(as(() -> rereviews.plan(data(target, null)))));
        var later = policy.version(target, Change.of("2.1", "loosen"));
        assertThat(as(() -> rereviews.plan(data(later, null)))).isInstanceOf(PlanOutcome.Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanData(target, " ", 1, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanData(target, name, 0, null, 0));
    }

    @Test
    void raters_plan_nothing() {
        var rater = People.person(accounts, Role.RATER);
        assertThatThrownBy(() -> accounts.runAs(rater, () -> rereviews.plan(data(policy.first(), null))))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One run of the handler that is stopped before a later checkpoint. */
    private final class Run implements JobContext {
        private final PlanId plan;
        private @Nullable String cursor;
        private int left;
        private long done;

        Run(PlanId plan, @Nullable String cursor, int checkpoints) {
            this.plan = plan;
            this.cursor = cursor;
            this.left = checkpoints;
        }

        @Override
        public JobId id() {
            return new JobId(1);
        }

        @Override
        public UserId owner() {
            return author;
        }

        @Override
        public String parameters() {
            return Long.toString(plan.value());
        }

        @Override
        public @Nullable String cursor() {
            return cursor;
        }

        @Override
        public long done() {
            return done;
        }

        @Override
        public JobCounts counts() {
            return JobCounts.NONE;
        }

        @Override
        public void total(long units) {}

        @Override
        public void message(String message) {}

        @Override
        public void result(String json) {}

        @Override
        public void checkpoint(Step work) {
            stopIfAsked();
            left--;
            transaction.executeWithoutResult(status -> {
                var progress = work.run();
                cursor = progress.cursor();
                done = progress.done();
            });
        }

        @Override
        public void stopIfAsked() {
            if (left == 0) {
                throw new Killed();
            }
        }
    }

    private boolean run(Run run) {
        handler.run(run);
        return true;
    }

    private void given() {
        generated.some(new Random(7), MANY, List.of(policy.first()), policy.clauses(), posts);
    }

    private PolicyVersionId tightened() {
        return policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten")));
    }

    private PlanData data(PolicyVersionId target, @Nullable Long most) {
        return new PlanData(target, name, 2, most, 0);
    }

    private RereviewPlan plan(PolicyVersionId target) {
        return as(() -> rereviews.of(target)).orElseThrow();
    }

    private static QueueId queue(RereviewPlan plan) {
        return Objects.requireNonNull(plan.queue());
    }

    private static PlanId begun(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanOutcome.Begun.class);
        return ((PlanOutcome.Begun) outcome).plan();
    }

    private void turned(PolicyVersionId target) {
        var version = as(() -> policies.version(target, "en")).orElseThrow();
        transaction.executeWithoutResult(status -> events.publishEvent(new PolicyTurned(
                version.slug(), version.jurisdiction(), target, policy.first(), version.effectiveFrom())));
    }

    private void await(PlanId plan) throws InterruptedException {
        var job = jdbc.sql("select max(id) from jobs.job where kind = 're-review' and parameters = :plan")
                .param("plan", Long.toString(plan.value()))
                .query(Long.class)
                .single();
        accounts.runAsSystem(() -> {
            try {
                var ended = jobs.await(new JobId(job), seen -> {});
                assertThat(ended.message()).isNull();
                return ended;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<PostId> walk(PolicyVersionId target) {
        return as(() -> {
            var pieces = rereading.open(target, 0, 50);
            var all = new ArrayList<PostId>();
            @Nullable String cursor = null;
            do {
                var piece = pieces.apply(cursor);
                all.addAll(piece.posts());
                cursor = piece.next();
            } while (cursor != null);
            return all.stream().distinct().toList();
        });
    }

    /** The posts of a queue in the order in which they are offered. */
    private List<PostId> queued(QueueId queue) {
        return jdbc.sql(
                        "select subject_id from work.place where queue_id = :queue and lane = 1 order by lane, open_position")
                .param("queue", queue.value())
                .query((row, number) -> new PostId(row.getLong(1)))
                .list();
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAs(author, work);
    }
}
