package org.conjoint.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.conjoint.access.Accounts;
import org.conjoint.bench.Shifts.Step;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Raters who take and submit through the services, as the rating screen does. */
final class Raters {
    private final Accounts accounts;
    private final Leases leases;
    private final Verdicts verdicts;
    private final QueueId queue;
    private final List<UserId> raters;
    private final AtomicLong given = new AtomicLong();
    private final ConcurrentLinkedQueue<Given> samples = new ConcurrentLinkedQueue<>();

    Raters(ApplicationContext context, QueueId queue, List<UserId> raters) {
        this.accounts = context.getBean(Accounts.class);
        this.leases = context.getBean(Leases.class);
        this.verdicts = context.getBean(Verdicts.class);
        this.queue = queue;
        this.raters = raters;
    }

    /**
     * A verdict whose receipt was given.
     *
     * @param word a word of its reading that no other has
     * @param at when, by {@link System#nanoTime}
     */
    record Given(String word, long at) {}

    /** Takes the next item and submits a verdict, as the rater of this number. */
    Step step(int rater) {
        return step(rater, 0);
    }

    /** As {@link #step(int)}; one in so many verdicts, unless that is 0, is kept for {@link #sample}. */
    Step step(int rater, int oneIn) {
        var session = new Session(raters.get(rater));
        return () -> session.run(() -> {
            var lease = leases.next(queue).getFirst();
            var word = "x" + UUID.randomUUID().toString().replace("-", "");
            var outcome = verdicts.submit(new VerdictSubmission(
                    UUID.randomUUID(), lease.id(), lease.policyVersion(), form(word), Attention.of(1000)));
            if (!(outcome instanceof VerdictOutcome.Stored)) {
                throw new IllegalStateException("Not stored: " + outcome);
            }
            if (oneIn > 0 && given.incrementAndGet() % oneIn == 0) {
                samples.add(new Given(word, System.nanoTime()));
            }
        });
    }

    /** The oldest of the verdicts kept, which is then forgotten. */
    @Nullable Given sample() {
        return samples.poll();
    }

    /** Signs a rater in once for the thread, as a session does, rather than for each step. */
    private final class Session {
        private final UserId rater;
        private @Nullable SecurityContext signedIn;

        Session(UserId rater) {
            this.rater = rater;
        }

        void run(Runnable step) {
            if (signedIn == null) {
                signedIn = accounts.runAs(rater, SecurityContextHolder::getContext);
            }
            SecurityContextHolder.setContext(signedIn);
            step.run();
        }
    }

    /** A caption that violates alone: two clauses to store, a sentence, nothing asked about pairs. */
    private static VerdictForm form(String word) {
        return Forms.violating().toBuilder()
                .grade(Part.CAPTION, PartGrade.VIOLATING)
                .reading("Dana stinks, and that is meant " + word)
                .build();
    }
}
