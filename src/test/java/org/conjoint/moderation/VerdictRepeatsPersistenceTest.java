package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;
import static org.conjoint.testing.Forms.benign;
import static org.conjoint.testing.Forms.violating;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.conjoint.shared.UserId;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.LossCause;
import org.conjoint.work.QueueCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A client id stands for one answer of one rater. */
@PersistenceTest
class VerdictRepeatsPersistenceTest {

    private static final VerdictOutcome REUSED =
            new VerdictOutcome.Refused("This client id belongs to another answer; make a new one");

    @Autowired
    Verdicts verdicts;

    @Autowired
    KeptVerdicts keptVerdicts;

    @Autowired
    ApplicationContext context;

    private Judging judging;
    private UserId ana;
    private UserId ben;

    @BeforeEach
    void people() {
        judging = new Judging(context);
        ana = judging.rater();
        ben = judging.rater();
    }

    @Test
    void the_same_verdict_sent_twice_at_once_is_stored_once_and_both_get_the_receipt() throws Exception {
        var queue = judging.queue(1, "en", 15);
        for (var round = 0; round < 15; round++) {
            var task = judging.next(ana, queue);
            var clientId = UUID.randomUUID();
            Callable<VerdictOutcome> send = () -> judging.submit(ana, task, violating(), clientId);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var sent = pool.invokeAll(List.of(send, send));
                var outcomes = List.of(sent.get(0).get(), sent.get(1).get());
                assertThat(outcomes)
                        .filteredOn(VerdictOutcome.Stored.class::isInstance)
                        .hasSize(1);
                var receipts = new HashSet<>();
                for (var outcome : outcomes) {
                    receipts.add(
                            switch (outcome) {
                                case VerdictOutcome.Stored one -> one.receipt();
                                case VerdictOutcome.Repeated one -> one.receipt();
                                default -> outcome;
                            });
                }
                assertThat(receipts).hasSize(1);
            }
        }
        assertThat(judging.as(ana, () -> verdicts.mine(null, 100))).hasSize(15);
    }

    @Test
    void a_repeat_gets_the_first_receipt() {
        var queue = judging.queue(1, "en", 2);
        var task = judging.next(ana, queue);
        var clientId = UUID.randomUUID();
        var first = stored(judging.submit(ana, task, violating(), clientId));
        var repeated = new VerdictOutcome.Repeated(first.id(), first.receipt());
        assertThat(judging.submit(ana, task, violating(), clientId)).isEqualTo(repeated);
        stored(judging.submit(ana, judging.next(ana, queue), violating()));
        assertThat(judging.submit(ana, task, violating(), clientId)).isEqualTo(repeated);
    }

    @Test
    void the_client_id_of_another_rater_is_refused_and_the_lease_stays() {
        var queue = judging.queue(2, "en", 1);
        var clientId = UUID.randomUUID();
        stored(judging.submit(ana, judging.next(ana, queue), violating(), clientId));
        var task = judging.next(ben, queue);
        assertThat(judging.submit(ben, task, violating(), clientId)).isEqualTo(REUSED);
        assertThat(judging.as(ben, () -> verdicts.mine(null, 10))).isEmpty();
        stored(judging.submit(ben, task, violating()));
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 2, 0, 2, 0, 0));
    }

    @Test
    void a_client_id_used_for_another_item_is_refused_and_the_lease_stays() {
        var queue = judging.queue(1, "en", 2);
        var clientId = UUID.randomUUID();
        stored(judging.submit(ana, judging.next(ana, queue), violating(), clientId));
        var task = judging.next(ana, queue);
        assertThat(judging.submit(ana, task, violating(), clientId)).isEqualTo(REUSED);
        assertThat(judging.next(ana, queue).lease().id()).isEqualTo(task.lease().id());
        assertThat(judging.as(ana, () -> verdicts.mine(null, 10))).hasSize(1);
    }

    @Test
    void a_client_id_sent_with_another_form_is_refused() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        var clientId = UUID.randomUUID();
        var first = stored(judging.submit(ana, task, violating(), clientId));
        assertThat(judging.submit(ana, task, benign(), clientId)).isEqualTo(REUSED);
        assertThat(judging.as(ana, () -> verdicts.find(first.id()))
                        .orElseThrow()
                        .revision())
                .isEqualTo(1);
    }

    @Test
    void one_client_id_for_two_items_at_once_stores_one_and_refuses_the_other() throws Exception {
        // Each of the two takes ahead.
        var queue = judging.queue(1, "en", 40);
        for (var round = 0; round < 10; round++) {
            var one = judging.next(ana, queue);
            var other = judging.next(ben, queue);
            var clientId = UUID.randomUUID();
            List<Callable<VerdictOutcome>> sends = List.of(
                    () -> judging.submit(ana, one, violating(), clientId),
                    () -> judging.submit(ben, other, violating(), clientId));
            try (var pool = Executors.newFixedThreadPool(2)) {
                var sent = pool.invokeAll(sends);
                var outcomes = List.of(sent.get(0).get(), sent.get(1).get());
                assertThat(outcomes)
                        .filteredOn(VerdictOutcome.Stored.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes).contains(REUSED);
            }
            // The lease of the one refused is still there.
            var left = judging.as(ana, () -> verdicts.mine(null, 1)).stream()
                    .noneMatch(verdict -> verdict.post().equals(one.post().id()));
            stored(left ? judging.submit(ana, one, violating()) : judging.submit(ben, other, violating()));
        }
    }

    @Test
    void an_answer_that_came_too_late_is_not_kept_under_the_client_id_of_another() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        var clientId = UUID.randomUUID();
        var nobodys = LossCause.TAKEN;
        assertThat(judging.submit(ben, task, violating(), clientId)).isEqualTo(new VerdictOutcome.LeaseGone(nobodys));
        assertThat(judging.submit(ben, task, violating(), clientId)).isEqualTo(new VerdictOutcome.LeaseGone(nobodys));
        assertThat(judging.submit(ben, task, benign(), clientId)).isEqualTo(REUSED);
        assertThat(judging.as(ben, () -> keptVerdicts.mine(10))).hasSize(1);
    }
}
