package org.conjoint.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.PutResult;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.RatingTasks;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Queues that try a version out, their posts, and raters who judge in them. */
public final class Tryout {

    private final Accounts accounts;
    private final Posts posts;
    private final Queues queues;
    private final RatingTasks tasks;
    private final Verdicts verdicts;
    private final TransactionTemplate transaction;

    public Tryout(ApplicationContext context) {
        accounts = context.getBean(Accounts.class);
        posts = context.getBean(Posts.class);
        queues = context.getBean(Queues.class);
        tasks = context.getBean(RatingTasks.class);
        verdicts = context.getBean(Verdicts.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    /** Posts that are a caption each, with the number of the post in its words. */
    public List<PostId> captions(int count, String word) {
        return accounts.runAsSystem(() -> IntStream.range(0, count)
                .mapToObj(number -> posts.put(PostData.of("tryout-" + UUID.randomUUID())
                        .withCaption("%s number %d smells, Dana".formatted(word, number))))
                .map(PutResult::id)
                .toList());
    }

    /** A queue of one answer a post that is bound to a version of a policy. */
    public static QueueData data(String slug, PolicyVersionId version, @Nullable Long panel, @Nullable UserId only) {
        return QueueData.verdicts("tryout " + UUID.randomUUID(), slug, "en", 1)
                .trying(new QueueData.Trial(version, panel, only));
    }

    /** As {@link #data}, for calibration. */
    public static QueueData calibrating(String slug, PolicyVersionId version, UserId only) {
        return new QueueData(
                "tryout " + UUID.randomUUID(),
                TaskKind.CALIBRATION,
                slug,
                Policies.GLOBAL,
                "en",
                Protocol.STAGED,
                1,
                Role.RATER,
                30,
                0,
                new QueueData.Trial(version, null, only));
    }

    public QueueId open(QueueData data, Collection<PostId> about) {
        return accounts.runAsSystem(() -> Objects.requireNonNull(transaction.execute(
                _ -> data.isTrial() ? queues.openTrial(data, subjects(about)) : filled(queues.create(data), about))));
    }

    private QueueId filled(QueueId queue, Collection<PostId> about) {
        queues.add(queue, subjects(about));
        return queue;
    }

    private static List<Subject> subjects(Collection<PostId> about) {
        return about.stream()
                .map(post -> new Subject(SubjectKind.POST, post.value(), 1))
                .toList();
    }

    /** What a rater has in hand in a queue; empty when nothing is left. */
    public Optional<RatingTask.Judge> next(UserId rater, QueueId queue) {
        return accounts.runAs(rater, () -> tasks.next(queue)) instanceof RatingTask.Judge task
                ? Optional.of(task)
                : Optional.empty();
    }

    public VerdictId submit(UserId rater, RatingTask.Judge task, VerdictForm form) {
        var outcome = accounts.runAs(
                rater,
                () -> verdicts.submit(new VerdictSubmission(
                        UUID.randomUUID(), task.lease().id(), task.lease().policyVersion(), form, Attention.of(4200))));
        if (outcome instanceof VerdictOutcome.Stored(var id, var _)) {
            return id;
        }
        throw new AssertionError(outcome);
    }

    /** Lets a rater judge all that is left for the rater in a queue; gives the posts in the order judged. */
    public List<PostId> judge(UserId rater, QueueId queue, Function<Post, VerdictForm> form) {
        var judged = new ArrayList<PostId>();
        for (var task = next(rater, queue); task.isPresent(); task = next(rater, queue)) {
            submit(rater, task.get(), form.apply(task.get().post()));
            judged.add(task.get().post().id());
        }
        return judged;
    }
}
