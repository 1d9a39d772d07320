package org.conjoint.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.jooq.work.Tables.PLACE;
import static org.conjoint.jooq.work.Tables.WORKER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class LeasesPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    Drafts drafts;

    @Autowired
    Submissions submissions;

    @Autowired
    KeptAnswers keptAnswers;

    @Autowired
    Expiry expiry;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private UserId ana;
    private UserId ben;

    @BeforeEach
    void people() {
        ana = People.person(accounts, Role.RATER);
        ben = People.person(accounts, Role.RATER);
    }

    @Test
    void items_are_taken_in_order_and_never_twice_by_one_rater() {
        var queue = queue(2, 5);
        var first = as(ana, () -> leases.take(queue, 3));
        var second = as(ana, () -> leases.take(queue, 3));
        assertThat(subjects(first)).containsExactly(1L, 2L, 3L);
        assertThat(subjects(second)).containsExactly(4L, 5L);
        assertThat(as(ana, () -> leases.take(queue, 3))).isEmpty();
        assertThat(as(ben, () -> leases.take(queue, 9))).hasSize(5);
        assertThat(counts(queue)).isEqualTo(new QueueCounts(5, 10, 10, 0, 0, 0));
    }

    @Test
    void the_next_items_are_in_hand_before_the_first_is_answered() {
        var queue = queue(1, 9);
        var inHand = as(ana, () -> leases.next(queue));
        assertThat(subjects(inHand)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(as(ana, () -> leases.next(queue))).isEqualTo(inHand);
        inHand.subList(0, 3).forEach(lease -> answer(ana, lease));
        assertThat(subjects(as(ana, () -> leases.next(queue)))).containsExactly(4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void a_subject_is_put_into_a_queue_once_and_its_later_revision_is_leased() {
        var queue = queue(1, 2);
        var added = accounts.runAsSystem(() ->
                queues.add(queue, List.of(new Subject(SubjectKind.POST, 1, 4), new Subject(SubjectKind.POST, 9, 1))));
        assertThat(added).isEqualTo(1);
        assertThat(as(ana, () -> leases.take(queue, 9)).stream().map(Lease::subject))
                .containsExactly(
                        new Subject(SubjectKind.POST, 1, 4),
                        new Subject(SubjectKind.POST, 2, 1),
                        new Subject(SubjectKind.POST, 9, 1));
    }

    @Test
    void a_queue_is_only_for_those_with_its_role() {
        var queue = queue(1, 1);
        var ranker = People.person(accounts, Role.RANKER);
        assertThatThrownBy(() -> as(ranker, () -> leases.take(queue, 1)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("RATER");
        assertThat(as(ranker, queues::forCurrentUser)).noneMatch(one -> one.id().equals(queue));
        assertThat(as(ana, queues::forCurrentUser)).anyMatch(one -> one.id().equals(queue));
    }

    @Test
    void an_expired_lease_returns_its_item_and_a_late_answer_is_kept() {
        var queue = queue(1, 1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        as(ana, () -> drafts.save(lease.id(), 0, "{\"reading\":\"half\"}"));
        expire(lease);
        expiry.sweep();
        assertThat(as(ana, leases::inHand)).isEmpty();
        assertThat(accept(ana, lease, UUID.randomUUID())).isEqualTo(new Acceptance.LeaseGone(LossCause.EXPIRED));

        var again = as(ben, () -> leases.take(queue, 1)).getFirst();
        assertThat(again.item()).isEqualTo(lease.item());
        assertThat(accept(ana, lease, UUID.randomUUID())).isEqualTo(new Acceptance.LeaseGone(LossCause.TAKEN));
        assertThat(as(ana, () -> leases.extend(lease.id()))).isEqualTo(new LeaseChange.Lost(LossCause.TAKEN));
        assertThat(as(ana, () -> keptAnswers.mine(10)).stream().map(KeptAnswer::cause))
                .containsExactly("taken", "expired");
        assertThat(as(ana, () -> drafts.find(lease.id())).orElseThrow().body()).contains("half");
        assertThat(counts(queue)).isEqualTo(new QueueCounts(1, 1, 1, 0, 0, 0));
    }

    @Test
    void asking_an_empty_queue_for_more_looks_for_expired_leases_at_once() {
        var queue = queue(1, 1);
        expire(as(ana, () -> leases.take(queue, 1)).getFirst());
        assertThat(as(ben, () -> leases.take(queue, 1))).hasSize(1);
    }

    @Test
    void an_expired_lease_that_nobody_has_missed_is_still_good_for_an_answer() {
        var queue = queue(1, 1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        db.update(PLACE)
                .set(PLACE.EXPIRES_AT, Instant.now().plusMillis(1))
                .where(PLACE.ID.eq(lease.id().value()))
                .execute();
        assertThat(as(ana, () -> leases.extend(lease.id()))).isInstanceOf(LeaseChange.Changed.class);
        assertThat(accept(ana, lease, UUID.randomUUID())).isInstanceOf(Acceptance.Stored.class);
    }

    @Test
    void a_held_item_stays_with_its_rater_until_it_is_resumed() {
        var queue = queue(1, 2);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        var held = as(ana, () -> leases.hold(lease.id(), "asking the policy author"));
        assertThat(held).isInstanceOfSatisfying(LeaseChange.Changed.class, changed -> {
            assertThat(changed.lease().holdReason()).isEqualTo("asking the policy author");
            assertThat(changed.lease().expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(6)));
        });
        assertThat(subjects(as(ana, () -> leases.next(queue)))).containsExactly(2L);
        assertThat(subjects(as(ana, leases::inHand))).containsExactly(1L, 2L);
        as(ana, () -> leases.resume(lease.id()));
        assertThat(as(ana, () -> leases.find(lease.id())).orElseThrow().isHeld())
                .isFalse();
    }

    @Test
    void an_item_is_handed_over_to_a_person_who_may_and_has_not_seen_it() {
        var queue = queue(2, 1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        var ranker = People.person(accounts, Role.RANKER);
        assertThat(as(ana, () -> leases.handOver(lease.id(), ranker, "yours"))).isInstanceOf(HandOver.NotAllowed.class);
        assertThat(as(ana, () -> leases.handOver(lease.id(), ben, "speaks Arabic")))
                .isInstanceOf(HandOver.Done.class);
        assertThat(subjects(as(ben, leases::inHand))).containsExactly(1L);
        assertThat(as(ana, () -> leases.handOver(lease.id(), ben, "again")))
                .isEqualTo(new HandOver.Lost(LossCause.TAKEN));
        var other = as(ana, () -> leases.take(queue, 1)).getFirst();
        assertThat(as(ana, () -> leases.handOver(other.id(), ben, "once more")))
                .isInstanceOf(HandOver.AlreadyInvolved.class);
        assertThat(counts(queue)).isEqualTo(new QueueCounts(1, 2, 2, 0, 0, 0));
    }

    @Test
    void a_skipped_item_goes_to_others_only() {
        var queue = queue(1, 2);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        assertThat(as(ana, () -> leases.skip(lease.id(), DeclineReason.NOT_MINE, null)))
                .isInstanceOf(LeaseChange.Returned.class);
        var flagged = as(ana, () -> leases.take(queue, 5));
        assertThat(subjects(flagged)).containsExactly(2L);
        as(ana, () -> leases.flag(flagged.getFirst().id(), DeclineReason.BROKEN_MEDIA, "no sound"));
        assertThat(as(ana, () -> leases.take(queue, 5))).isEmpty();
        assertThat(subjects(as(ben, () -> leases.take(queue, 5)))).containsExactly(1L, 2L);
        assertThat(as(ana, () -> queues.mine(queue)).counts()).isEqualTo(new QueueCounts(2, 2, 0, 0, 1, 1));
    }

    @Test
    void a_released_item_comes_back_to_whoever_asks_first() {
        var queue = queue(1, 3);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        as(ana, () -> leases.release(lease.id()));
        assertThat(subjects(as(ana, () -> leases.take(queue, 1)))).containsExactly(1L);
        assertThat(as(ben, () -> leases.release(lease.id()))).isEqualTo(new LeaseChange.Lost(LossCause.TAKEN));
    }

    @Test
    void an_answer_under_another_policy_version_is_kept_and_both_are_told() {
        var queue = queue(1, 1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        var other = new PolicyVersionId(lease.policyVersion().value() + 1);
        var request = new SubmissionRequest(UUID.randomUUID(), lease.id(), other, "{\"a\":1}", 5);
        assertThat(send(ana, request)).isEqualTo(new Acceptance.PolicyChanged(other, lease.policyVersion()));
        assertThat(as(ana, () -> keptAnswers.mine(1)).getFirst().body()).isEqualTo("{\"a\":1}");
        assertThat(accept(ana, lease, UUID.randomUUID())).isInstanceOf(Acceptance.Stored.class);
    }

    @Test
    void an_answer_sent_again_returns_the_same_receipt_and_a_reused_client_id_is_refused() {
        var queue = queue(1, 2);
        var inHand = as(ana, () -> leases.take(queue, 2));
        var clientId = UUID.randomUUID();
        var stored = (Acceptance.Stored) accept(ana, inHand.get(0), clientId);
        assertThat(accept(ana, inHand.get(0), clientId)).isEqualTo(new Acceptance.Repeated(stored.receipt()));
        var different = new SubmissionRequest(
                clientId, inHand.get(0).id(), inHand.get(0).policyVersion(), "{\"other\":true}", 0);
        assertThat(send(ana, different)).isInstanceOf(Acceptance.ClientIdReused.class);
    }

    @Test
    void a_draft_saved_in_another_window_is_not_overwritten() {
        var queue = queue(1, 1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        assertThat(as(ana, () -> drafts.save(lease.id(), 0, "one"))).isInstanceOf(DraftSave.Saved.class);
        assertThat(as(ana, () -> drafts.save(lease.id(), 1, "two"))).isInstanceOf(DraftSave.Saved.class);
        assertThat(as(ana, () -> drafts.save(lease.id(), 1, "other")))
                .isInstanceOfSatisfying(DraftSave.Conflict.class, conflict -> {
                    assertThat(conflict.current().body()).isEqualTo("two");
                    assertThat(conflict.current().revision()).isEqualTo(2);
                });
        assertThat(as(ben, () -> drafts.find(lease.id()))).isEmpty();
    }

    @Test
    void a_place_passed_over_while_its_taker_failed_is_found_by_looking_again() {
        var queue = queue(1, 1);
        as(
                ana,
                () -> transaction.execute(status -> {
                    assertThat(leases.take(queue, 1)).hasSize(1);
                    assertThat(inAnotherThread(() -> as(ben, () -> leases.take(queue, 1))))
                            .isEmpty();
                    status.setRollbackOnly();
                    return null;
                }));
        db.update(WORKER)
                .set(WORKER.LOOKED_AGAIN_AT, Instant.EPOCH)
                .where(WORKER.QUEUE_ID.eq(queue.value()))
                .execute();
        assertThat(as(ben, () -> leases.take(queue, 1))).hasSize(1);
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private QueueId queue(int overlap, int items) {
        return accounts.runAsSystem(() -> {
            var made = queues.create(QueueData.verdicts("leases " + UUID.randomUUID(), "harassment", "en", overlap));
            queues.add(
                    made,
                    LongStream.rangeClosed(1, items)
                            .mapToObj(id -> new Subject(SubjectKind.POST, id, 1))
                            .toList());
            return made;
        });
    }

    private QueueCounts counts(QueueId queue) {
        return accounts.runAsSystem(() -> queues.find(queue)).orElseThrow().counts();
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }

    private void answer(UserId rater, Lease lease) {
        assertThat(accept(rater, lease, UUID.randomUUID())).isInstanceOf(Acceptance.Stored.class);
    }

    private Acceptance accept(UserId rater, Lease lease, UUID clientId) {
        var request = new SubmissionRequest(clientId, lease.id(), lease.policyVersion(), "{}", 0);
        return send(rater, request);
    }

    private Acceptance send(UserId rater, SubmissionRequest request) {
        return as(rater, () -> transaction.execute(status -> submissions.accept(request)));
    }

    private void expire(Lease lease) {
        db.update(PLACE)
                .set(PLACE.EXPIRES_AT, Instant.now().minusSeconds(1))
                .where(PLACE.ID.eq(lease.id().value()))
                .execute();
    }

    private static List<Long> subjects(List<Lease> leases) {
        return leases.stream().map(lease -> lease.subject().id()).toList();
    }
}
