package org.conjoint.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.conjoint.access.Accounts;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Many raters at once on one queue. */
@PersistenceTest
class OverlapPersistenceTest {

    private static final int RATERS = 50;
    private static final int ITEMS = 120;
    private static final int OVERLAP = 3;

    @Autowired
    Accounts accounts;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    Submissions submissions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Test
    void fifty_raters_give_every_item_exactly_the_answers_wanted_and_none_gets_an_item_twice() throws Exception {
        var queue = accounts.runAsSystem(() -> {
            var made = queues.create(QueueData.verdicts("overlap " + UUID.randomUUID(), "harassment", "en", OVERLAP));
            var subjects = LongStream.rangeClosed(1, ITEMS)
                    .mapToObj(id -> new Subject(SubjectKind.POST, id, 1))
                    .toList();
            assertThat(queues.add(made, subjects)).isEqualTo(ITEMS);
            return made;
        });
        var raters = People.raters(accounts, RATERS);

        try (var pool = Executors.newFixedThreadPool(RATERS)) {
            List<Callable<Integer>> shifts = raters.stream()
                    .<Callable<Integer>>map(rater -> () -> accounts.runAs(rater, () -> work(queue)))
                    .toList();
            for (var shift : pool.invokeAll(shifts)) {
                shift.get();
            }
        }
        // What was in someone's hand when the others found nothing is finished by whoever asks once more.
        raters.forEach(rater -> accounts.runAs(rater, () -> work(queue)));

        var answers = db.select(PLACE.ITEM_ID, count(), countDistinct(PLACE.RATER_ID))
                .from(PLACE)
                .where(PLACE.QUEUE_ID.eq(queue.value()), PLACE.STATE.eq("ANSWERED"))
                .groupBy(PLACE.ITEM_ID)
                .fetch();
        assertThat(answers).hasSize(ITEMS);
        assertThat(answers).allSatisfy(row -> {
            assertThat(row.value2()).isEqualTo(OVERLAP);
            assertThat(row.value3()).isEqualTo(OVERLAP);
        });
        assertThat(db.fetchCount(ITEM, ITEM.QUEUE_ID.eq(queue.value()))).isEqualTo(ITEMS);
        var counts =
                accounts.runAsSystem(() -> queues.find(queue)).orElseThrow().counts();
        assertThat(counts.answered()).isEqualTo((long) ITEMS * OVERLAP);
        assertThat(counts.inHand()).isZero();
        assertThat(counts.open()).isZero();
    }

    /** Takes and answers until nothing is left; now and then gives an item back or lets it lie. */
    private int work(QueueId queue) {
        var answered = 0;
        var givenBack = 0;
        for (var inHand = leases.next(queue); !inHand.isEmpty(); inHand = leases.next(queue)) {
            var lease = inHand.getFirst();
            if (givenBack < 5 && ThreadLocalRandom.current().nextInt(10) == 0) {
                leases.release(lease.id());
                givenBack++;
            } else {
                assertThat(answer(lease)).isInstanceOf(Acceptance.Stored.class);
                answered++;
            }
        }
        return answered;
    }

    private Acceptance answer(Lease lease) {
        return transaction.execute(status -> submissions.accept(
                new SubmissionRequest(UUID.randomUUID(), lease.id(), lease.policyVersion(), "{}", 0)));
    }

    @Test
    void the_last_place_sent_twice_at_once_is_stored_once() throws Exception {
        var rater = People.raters(accounts, 1).getFirst();
        for (var round = 0; round < 20; round++) {
            var queue = accounts.runAsSystem(() -> {
                var made = queues.create(QueueData.verdicts("last " + UUID.randomUUID(), "harassment", "en", 1));
                queues.add(made, List.of(new Subject(SubjectKind.POST, 1, 1)));
                return made;
            });
            var lease = accounts.runAs(rater, () -> leases.next(queue)).getFirst();
            var outcomes = twice(rater, lease);
            assertThat(outcomes.stream().filter(Acceptance.Stored.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes.stream()
                            .filter(Acceptance.LeaseGone.class::isInstance)
                            .map(outcome -> ((Acceptance.LeaseGone) outcome).cause()))
                    .containsExactly(LossCause.ANSWERED);
        }
    }

    private List<Acceptance> twice(UserId rater, Lease lease) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<Acceptance> send = () -> accounts.runAs(rater, () -> answer(lease));
            var sent = pool.invokeAll(List.of(send, send));
            return List.of(sent.get(0).get(), sent.get(1).get());
        }
    }
}
