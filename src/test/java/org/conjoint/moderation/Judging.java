package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.work.QueueCounts;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.springframework.context.ApplicationContext;

/** Raters at work for tests: queues of captions, items taken, verdicts submitted and corrected. */
public final class Judging {
    private final Accounts accounts;
    private final Posts posts;
    private final Queues queues;
    private final RatingTasks tasks;
    private final Verdicts verdicts;

    public Judging(ApplicationContext context) {
        accounts = context.getBean(Accounts.class);
        posts = context.getBean(Posts.class);
        queues = context.getBean(Queues.class);
        tasks = context.getBean(RatingTasks.class);
        verdicts = context.getBean(Verdicts.class);
    }

    public UserId rater() {
        return People.person(accounts, Role.RATER);
    }

    public QueueId queue(int overlap, String locale, int items) {
        return queue(QueueData.verdicts("verdicts " + UUID.randomUUID(), "harassment", locale, overlap), items);
    }

    public QueueId queue(QueueData data, int items) {
        return accounts.runAsSystem(() -> {
            var made = queues.create(data);
            for (var i = 0; i < items; i++) {
                var post = posts.put(new PostData(
                        "verdicts-" + UUID.randomUUID(),
                        "love the way you smell today, Dana",
                        null,
                        "en",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
                queues.add(made, List.of(new Subject(SubjectKind.POST, post.id().value(), post.revision())));
            }
            return made;
        });
    }

    QueueCounts counts(QueueId queue) {
        return accounts.runAsSystem(() -> queues.find(queue)).orElseThrow().counts();
    }

    public RatingTask.Judge next(UserId rater, QueueId queue) {
        return (RatingTask.Judge) as(rater, () -> tasks.next(queue));
    }

    public VerdictOutcome submit(UserId rater, RatingTask.Judge task, VerdictForm form) {
        return submit(rater, task, form, UUID.randomUUID());
    }

    public VerdictOutcome submit(UserId rater, RatingTask.Judge task, VerdictForm form, UUID clientId) {
        var submission = new VerdictSubmission(
                clientId, task.lease().id(), task.lease().policyVersion(), form, Attention.of(4200));
        return as(rater, () -> verdicts.submit(submission));
    }

    public VerdictOutcome correct(UserId user, VerdictCorrection correction) {
        return as(user, () -> verdicts.correct(correction));
    }

    public static VerdictOutcome.Stored stored(VerdictOutcome outcome) {
        assertThat(outcome).isInstanceOf(VerdictOutcome.Stored.class);
        return (VerdictOutcome.Stored) outcome;
    }

    public <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
