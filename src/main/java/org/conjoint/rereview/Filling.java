package org.conjoint.rereview;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.conjoint.access.Accounts;
import org.conjoint.jobs.Jobs;
import org.conjoint.policy.PolicyTurned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the jobs that fill the queues of plans. They are the console's own: who planned need not have the right to fill
 * queues, nor be there any more.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Filling {

    private final PlanRows rows;
    private final Jobs jobs;
    private final Accounts accounts;
    private final Clock clock;

    Filling(PlanRows rows, Jobs jobs, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Fills the queue of a plan, or goes on with it; nothing that is in it is put in twice. */
    void begin(PlanId plan) {
        rows.begin(plan, clock.instant().truncatedTo(ChronoUnit.MICROS));
        accounts.runAsSystem(() ->
                jobs.start(RereviewJob.KIND, "Fill re-review %d".formatted(plan.value()), Long.toString(plan.value())));
    }

    /** Fills what waited for a version, in the transaction that tells of its turn, which is told once. */
    @EventListener
    void on(PolicyTurned turned) {
        if (turned.version() != null) {
            rows.of(turned.version()).filter(RereviewPlan::waits).ifPresent(plan -> begin(plan.id()));
        }
    }
}
