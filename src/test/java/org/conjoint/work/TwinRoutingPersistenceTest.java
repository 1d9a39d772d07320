package org.conjoint.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.jooq.work.Tables.KIN;
import static org.conjoint.jooq.work.Tables.WORKER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.TwinDraft;
import org.conjoint.content.TwinOutcome;
import org.conjoint.content.Twins;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.conjoint.testing.Statements;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody gets a twin with its original fresh in mind. */
@PersistenceTest
class TwinRoutingPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Twins twins;

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

    private UserId ana;
    private UserId ben;
    private UserId lead;

    @BeforeEach
    void people() {
        PostNumbers.farOff(db);
        ana = People.person(accounts, Role.RATER);
        ben = People.person(accounts, Role.RATER);
        lead = People.person(accounts, Role.QUALITY_LEAD);
    }

    @Test
    void of_a_family_a_rater_gets_one_and_the_rest_of_the_block_is_filled_up() {
        var original = post();
        var twin = twin(original);
        var other = post();
        var queue = queue(2, original, twin, other);
        assertThat(taken(ana, queue)).containsExactlyInAnyOrder(original, other);
        assertThat(taken(ana, queue)).isEmpty();
        assertThat(taken(ben, queue)).hasSize(2).contains(other);
        var counts =
                accounts.runAsSystem(() -> queues.find(queue)).orElseThrow().counts();
        assertThat(counts.inHand()).isEqualTo(4);
    }

    @Test
    void the_twin_comes_to_the_rater_of_the_original_only_when_the_bar_is_over() {
        var original = post();
        var twin = twin(original);
        var queue = queue(1, original, twin);
        answer(ana, as(ana, () -> leases.take(queue, 1)).getFirst());
        assertThat(taken(ana, queue)).isEmpty();
        lookAgain(queue);
        assertThat(taken(ana, queue)).isEmpty();
        db.update(KIN)
                .set(KIN.BARRED_UNTIL, Instant.now().minusSeconds(1))
                .where(KIN.RATER_ID.eq(ana.value()))
                .execute();
        lookAgain(queue);
        assertThat(taken(ana, queue)).containsExactly(twin);
    }

    @Test
    void the_bar_holds_across_queues_and_after_giving_back_and_reaches_twins_of_twins() {
        var original = post();
        var twin = twin(original);
        var further = twin(twin);
        var first = queue(1, original);
        var second = queue(1, twin, further);
        var lease = as(ana, () -> leases.take(first, 1)).getFirst();
        as(ana, () -> leases.skip(lease.id(), DeclineReason.values()[0], null));
        assertThat(taken(ana, second)).isEmpty();
        assertThat(taken(ben, second)).containsExactly(twin);
    }

    @Test
    void a_twin_made_later_is_kept_from_those_who_had_the_original() {
        var original = post();
        var queue = queue(1, original);
        answer(ana, as(ana, () -> leases.take(queue, 1)).getFirst());
        var twin = twin(original);
        as(lead, () -> queues.addTwin(queue, twin));
        assertThat(taken(ana, queue)).isEmpty();
        assertThat(taken(ben, queue)).containsExactly(twin);
    }

    @Test
    void an_item_is_not_handed_over_to_one_who_has_its_twin() {
        var original = post();
        var twin = twin(original);
        var first = queue(1, original);
        var second = queue(1, twin);
        assertThat(taken(ana, first)).containsExactly(original);
        var lease = as(ben, () -> leases.take(second, 1)).getFirst();
        assertThat(as(ben, () -> leases.handOver(lease.id(), ana, "your language")))
                .isEqualTo(new HandOver.AlreadyInvolved());
    }

    @Test
    void holding_an_item_prolongs_the_bar() {
        var original = post();
        twin(original);
        var lease = as(ana, () -> leases.take(queue(1, original), 1)).getFirst();
        var before = barredUntil(ana);
        as(ana, () -> leases.hold(lease.id(), "tomorrow"));
        assertThat(barredUntil(ana)).isAfter(before.plus(Leases.LONGEST_HOLD.minusHours(1)));
    }

    @Test
    void two_raters_taking_at_once_in_two_windows_each_never_get_two_of_a_family() throws Exception {
        for (var round = 0; round < 8; round++) {
            var original = post();
            var twin = twin(original);
            var windows = List.of(queue(2, original, twin), queue(2, twin, original));
            var raters = List.of(People.person(accounts, Role.RATER), People.person(accounts, Role.RATER));
            var start = new CyclicBarrier(4);
            try (var pool = Executors.newFixedThreadPool(4)) {
                var work = new ArrayList<Callable<List<PostId>>>();
                for (var rater : raters) {
                    for (var window : windows) {
                        work.add(() -> {
                            start.await();
                            return taken(rater, window);
                        });
                    }
                }
                var results = pool.invokeAll(work);
                for (var rater = 0; rater < 2; rater++) {
                    var got = new ArrayList<>(results.get(2 * rater).get());
                    got.addAll(results.get(2 * rater + 1).get());
                    assertThat(got.stream().distinct()).hasSize(1);
                }
            }
        }
    }

    @Test
    void a_take_without_twins_sends_no_statement_more_and_one_with_a_twin_sends_one() {
        var plain = queue(1, post(), post(), post(), post());
        var original = post();
        var family = queue(1, original, post(), post(), twin(original));
        taken(ana, queue(1, post()));
        var without = Statements.of(db, () -> as(ana, () -> leases.take(plain, 3)));
        var with = Statements.of(db, () -> as(ana, () -> leases.take(family, 3)));
        assertThat(without).noneMatch(sql -> sql.matches("(?s)(insert|merge|update)[^(]*\"kin\".*"));
        assertThat(with).hasSize(without.size() + 1);
    }

    private Instant barredUntil(UserId rater) {
        return db.select(KIN.BARRED_UNTIL)
                .from(KIN)
                .where(KIN.RATER_ID.eq(rater.value()))
                .fetchSingle(KIN.BARRED_UNTIL);
    }

    private void lookAgain(QueueId queue) {
        db.update(WORKER)
                .set(WORKER.LOOKED_AGAIN_AT, Instant.EPOCH)
                .where(WORKER.QUEUE_ID.eq(queue.value()))
                .execute();
    }

    private PostId post() {
        return accounts.runAsSystem(
                () -> posts.put(PostData.of("routing-" + UUID.randomUUID()).withCaption("see you at 8"))
                        .id());
    }

    private PostId twin(PostId original) {
        return as(lead, () -> {
            var data = PostData.of("routing-" + UUID.randomUUID()).withCaption("caption " + UUID.randomUUID());
            var outcome = twins.make(new TwinDraft(original, data, Part.CAPTION, JointGrade.NONE));
            return ((TwinOutcome.Made) outcome).post();
        });
    }

    private QueueId queue(int overlap, PostId... members) {
        return accounts.runAsSystem(() -> {
            var made = queues.create(QueueData.verdicts("routing " + UUID.randomUUID(), "harassment", "en", overlap));
            for (var member : members) {
                queues.add(made, List.of(new Subject(SubjectKind.POST, member.value(), 1)));
            }
            return made;
        });
    }

    private List<PostId> taken(UserId rater, QueueId queue) {
        return as(rater, () -> leases.take(queue, 4)).stream()
                .map(lease -> new PostId(lease.subject().id()))
                .toList();
    }

    private void answer(UserId rater, Lease lease) {
        var request = new SubmissionRequest(UUID.randomUUID(), lease.id(), lease.policyVersion(), "{}", 0);
        Acceptance accepted = as(rater, () -> transaction.execute(_ -> submissions.accept(request)));
        assertThat(accepted).isInstanceOf(Acceptance.Stored.class);
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
