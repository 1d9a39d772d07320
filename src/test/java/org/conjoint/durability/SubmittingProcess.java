package org.conjoint.durability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.conjoint.access.Accounts;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.HeadlessApplication;
import org.conjoint.testing.People;
import org.conjoint.work.Lease;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.springframework.context.ApplicationContext;

/**
 * The whole application in a process of its own, in which many raters submit at the same time. Prints {@code GO} before
 * the first submission and {@code RECEIPT <client id> <submission id>} for each receipt as it is given. Its arguments
 * are the data folder and Spring's.
 */
final class SubmittingProcess {

    static final int SUBMISSIONS = 500;
    private static final int EACH = 20;

    private final Accounts accounts;
    private final Leases leases;
    private final Verdicts verdicts;
    private final Queues queues;
    private final Posts posts;

    private SubmittingProcess(ApplicationContext context) {
        accounts = context.getBean(Accounts.class);
        leases = context.getBean(Leases.class);
        verdicts = context.getBean(Verdicts.class);
        queues = context.getBean(Queues.class);
        posts = context.getBean(Posts.class);
    }

    public static void main(String[] arguments) throws Exception {
        var context = HeadlessApplication.start(
                Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
        new SubmittingProcess(context).run();
        context.close();
    }

    private void run() throws Exception {
        var queue = accounts.runAsSystem(this::queue);
        var submissions = new ArrayList<Callable<Boolean>>();
        for (var rater : People.raters(accounts, SUBMISSIONS / EACH)) {
            for (var lease : accounts.runAs(rater, () -> leases.take(queue, EACH))) {
                submissions.add(() -> accounts.runAs(rater, () -> submit(rater, lease)));
            }
        }
        System.out.println("GO " + submissions.size());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : pool.invokeAll(submissions)) {
                sent.get();
            }
        }
        System.out.println("DONE");
    }

    private boolean submit(UserId rater, Lease lease) {
        var clientId = UUID.randomUUID();
        var submission =
                new VerdictSubmission(clientId, lease.id(), lease.policyVersion(), Forms.benign(), Attention.of(1000));
        if (verdicts.submit(submission) instanceof VerdictOutcome.Stored stored) {
            // One write for the whole line, so that a kill cannot leave half of one.
            System.out.println("RECEIPT " + clientId + " " + stored.receipt().submissionId());
            return true;
        }
        throw new IllegalStateException("Rater %d could not submit".formatted(rater.value()));
    }

    private QueueId queue() {
        var made = queues.create(QueueData.verdicts("killed " + UUID.randomUUID(), "harassment", "en", 1));
        var data = new ArrayList<PostData>();
        for (var i = 0; i < SUBMISSIONS; i++) {
            var word = "calm" + UUID.randomUUID().toString().replace("-", "");
            data.add(new PostData(word, word, null, "en", null, null, null, null, null, null, null));
        }
        var subjects = posts.putAll(data).stream()
                .map(result -> new Subject(SubjectKind.POST, result.id().value(), result.revision()))
                .toList();
        queues.add(made, subjects);
        return made;
    }
}
