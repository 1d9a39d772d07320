package org.conjoint.testing;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobHandler;
import org.conjoint.jobs.JobKind;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.RowOutcome;

/** Counts to ten, one checkpoint a number; may be held after five, and fails at seven when told so. */
public class CountingJob implements JobHandler {
    public static final JobKind KIND = new JobKind("test-count");

    private final ConcurrentHashMap<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, CountDownLatch> reached = new ConcurrentHashMap<>();

    public void hold(String name) {
        reached.put(name, new CountDownLatch(1));
        held.put(name, new CountDownLatch(1));
    }

    public void awaitHeld(String name) throws InterruptedException {
        reached.get(name).await();
    }

    public void release(String name) {
        held.get(name).countDown();
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public void run(JobContext context) throws Exception {
        context.total(10);
        for (var i = context.done() + 1; i <= 10; i++) {
            var number = i;
            context.checkpoint(() -> {
                if (number == 7 && context.parameters().startsWith("fail")) {
                    throw new IllegalStateException("Seven is too many");
                }
                var outcome = number % 2 == 0 ? RowOutcome.CREATED : RowOutcome.REFUSED;
                return new JobContext.Progress(
                        "at " + number, number, List.of(new JobRow(number, "n" + number, outcome, null, null)));
            });
            if (number == 5 && held.containsKey(context.parameters())) {
                reached.get(context.parameters()).countDown();
                held.get(context.parameters()).await();
            }
        }
    }
}
