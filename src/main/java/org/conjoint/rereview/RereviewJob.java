package org.conjoint.rereview;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.conjoint.access.Role;
import org.conjoint.content.Posts;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobHandler;
import org.conjoint.jobs.JobKind;
import org.conjoint.moderation.staleness.Rereading;
import org.conjoint.moderation.staleness.ToRead;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyLocale;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills the queue of a plan, a piece at a time: the posts of the piece, what the plan has and where to go on are written
 * in one transaction, so that after a kill it goes on and no post is put in twice.
 */
@Component
class RereviewJob implements JobHandler {

    static final JobKind KIND = new JobKind("re-review");

    private static final String END = "end";
    private static final int PIECE = 200;
    private static final int LEASE_MINUTES = 30;

    /** Before the usual queues, whose priority is 0. */
    private static final int PRIORITY = 5;

    private final PlanRows plans;
    private final Rereading rereading;
    private final Policies policies;
    private final Posts posts;
    private final Queues queues;
    private final Clock clock;

    RereviewJob(PlanRows plans, Rereading rereading, Policies policies, Posts posts, Queues queues, Clock clock) {
        this.plans = plans;
        this.rereading = rereading;
        this.policies = policies;
        this.posts = posts;
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public void run(JobContext context) {
        var id = new PlanId(Long.parseLong(context.parameters()));
        var plan = plans.find(id).orElseThrow(() -> new IllegalStateException("The plan is gone"));
        var pieces = rereading.open(plan.data().target(), plan.data().clarifySample(), PIECE);
        @Nullable String cursor = context.cursor();
        while (!END.equals(cursor)) {
            var from = cursor;
            context.checkpoint(() -> {
                var piece = pieces.apply(from);
                var added = add(id, piece);
                var next = added.full() || piece.next() == null ? END : piece.next();
                plans.filled(
                        id, added.posts(), next.equals(END) ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
                return new JobContext.Progress(next, context.done() + added.posts(), List.of());
            });
            cursor = context.cursor();
        }
        var done = plans.find(id).orElseThrow();
        context.result("{\"queue\":%s,\"posts\":%d}"
                .formatted(done.queue() == null ? "null" : done.queue().value(), done.posts()));
    }

    /** How many posts were new in the queue, and whether the plan has all that it may. */
    private record Added(int posts, boolean full) {}

    private Added add(PlanId id, ToRead piece) {
        var plan = plans.find(id).orElseThrow();
        var queue = queue(plan);
        var most = plan.data().most();
        var left = most == null ? Long.MAX_VALUE : most - plan.posts();
        var current = posts.find(piece.posts());
        var subjects = piece.posts().stream()
                .distinct()
                .filter(current::containsKey)
                .map(post -> new Subject(
                        SubjectKind.POST,
                        post.value(),
                        Objects.requireNonNull(current.get(post)).revision()))
                .toList();
        var added = 0;
        for (var from = 0; from < subjects.size() && added < left; ) {
            var some = subjects.subList(from, (int) Math.min(subjects.size(), from + (left - added)));
            added += queues.add(queue, some);
            from += some.size();
        }
        return new Added(added, added >= left);
    }

    private QueueId queue(RereviewPlan plan) {
        if (plan.queue() != null) {
            return plan.queue();
        }
        var version = policies.version(plan.data().target(), "en").orElseThrow();
        var locale = version.locales().stream()
                .filter(PolicyLocale::canonical)
                .map(PolicyLocale::tag)
                .findFirst()
                .orElse(version.locale());
        var name = plan.data().name();
        var queue = queues.create(new QueueData(
                queues.findByName(name).isPresent() ? "%s (%s)".formatted(name, version.number()) : name,
                TaskKind.RE_REVIEW,
                version.slug(),
                version.jurisdiction(),
                locale,
                Protocol.STAGED,
                plan.data().overlap(),
                Role.RATER,
                LEASE_MINUTES,
                PRIORITY));
        plans.queue(plan.id(), queue);
        return queue;
    }
}
