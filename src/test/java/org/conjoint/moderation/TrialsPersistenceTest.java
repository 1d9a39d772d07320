package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostId;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.conjoint.testing.Tryout;
import org.conjoint.work.HandOver;
import org.conjoint.work.Lease;
import org.conjoint.work.Leases;
import org.conjoint.work.Memberships;
import org.conjoint.work.Queue;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.SubjectKind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is judged in a queue that is bound to a version tries it out, and counts for nothing else. */
@PersistenceTest
class TrialsPersistenceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    Memberships memberships;

    @Autowired
    Verdicts verdicts;

    @Autowired
    VerdictArchive archive;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private Tryout tryout;
    private TestPolicy policy;
    private UserId ana;
    private UserId ben;
    private UserId lead;

    @BeforeEach
    void people() {
        PostNumbers.farOff(db);
        tryout = new Tryout(context);
        policy = new TestPolicy(context);
        ana = People.person(accounts, Role.RATER);
        ben = People.person(accounts, Role.RATER);
        lead = People.person(accounts, Role.QUALITY_LEAD);
    }

    @Test
    void a_queue_bound_to_a_version_is_judged_under_it_whatever_is_in_force() {
        var queue = tryout.open(data(policy.later(), null, null), posts(1));
        var task = tryout.next(ana, queue).orElseThrow();
        assertThat(task.lease().policyVersion()).isEqualTo(policy.later());
        assertThat(task.policyVersion().state()).isEqualTo(PolicyState.DRAFT);
        as(lead, () -> lifecycle.review(policy.later()));
        assertThat(tryout.next(ana, queue).orElseThrow().policyVersion().state())
                .isEqualTo(PolicyState.IN_REVIEW);
        policy.turn();
        var old = tryout.open(data(policy.first(), null, null), posts(1));
        assertThat(tryout.next(ana, old).orElseThrow().lease().policyVersion()).isEqualTo(policy.first());
    }

    @Test
    void a_trial_is_no_verdict_on_its_post_and_stays_with_its_rater() {
        var post = posts(1);
        var queue = tryout.open(data(policy.later(), null, null), post);
        var before = as(lead, () -> archive.count(VerdictFilter.ALL));
        var id = tryout.submit(ana, tryout.next(ana, queue).orElseThrow(), Forms.benign());
        assertThat(as(lead, () -> archive.byPost(post.getFirst()))).isEmpty();
        assertThat(as(lead, () -> archive.page(new VerdictFilter(queue), null, 9)))
                .isEmpty();
        assertThat(as(lead, () -> archive.count(VerdictFilter.ALL))).isEqualTo(before);
        assertThat(as(ana, () -> verdicts.mine(null, 9)))
                .singleElement()
                .satisfies(mine -> assertThat(mine.trial()).isTrue());
        assertThat(as(ana, () -> verdicts.correctable(id))).isPresent();
        assertThat(as(lead, () -> verdicts.correctable(id))).isEmpty();
        assertThat(as(
                        lead,
                        () -> memberships.of(
                                SubjectKind.POST, List.of(post.getFirst().value()))))
                .isEmpty();
        assertThat(as(lead, queues::list)).extracting(Queue::id).doesNotContain(queue);
    }

    @Test
    void a_rater_reads_each_post_of_a_panel_under_one_text_only() {
        var posts = posts(6);
        var under = panel(posts);
        var first = tryout.next(ana, under.getFirst()).orElseThrow();
        assertThat(as(ana, () -> leases.take(under.getLast(), 6)))
                .extracting(PostIdOf::of)
                .hasSize(2)
                .doesNotContain(first.post().id());
        assertThat(as(ben, () -> leases.take(under.getLast(), 6))).hasSize(4);
        as(ana, () -> leases.release(first.lease().id()));
        assertThat(as(ben, () -> leases.handOver(leases.inHand().getFirst().id(), ana, "I know the author")))
                .isInstanceOfAny(HandOver.Done.class, HandOver.AlreadyInvolved.class);
        assertThat(readTwice(posts, under)).isEmpty();
    }

    @Test
    void two_windows_of_one_rater_do_not_get_a_post_under_both_texts() throws Exception {
        for (var round = 0; round < 8; round++) {
            var under = panel(posts(3));
            var together = new CyclicBarrier(2);
            try (var windows = Executors.newFixedThreadPool(2)) {
                List<Callable<List<Lease>>> takes = under.stream()
                        .map(queue -> (Callable<List<Lease>>) () -> {
                            together.await();
                            return as(ana, () -> leases.take(queue, 3));
                        })
                        .toList();
                var taken = windows.invokeAll(takes);
                var subjects = taken.stream()
                        .flatMap(TrialsPersistenceTest::got)
                        .map(PostIdOf::of)
                        .toList();
                assertThat(subjects).hasSize(3).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void a_queue_kept_for_one_rater_is_nobody_elses() {
        var queue = tryout.open(data(policy.first(), null, ana), posts(2));
        assertThat(tryout.next(ana, queue)).isPresent();
        assertThatThrownBy(() -> tryout.next(ben, queue)).isInstanceOf(AccessDeniedException.class);
        assertThat(as(ana, queues::forCurrentUser)).extracting(Queue::id).contains(queue);
        assertThat(as(ben, queues::forCurrentUser)).extracting(Queue::id).doesNotContain(queue);
        assertThat(as(ana, () -> leases.handOver(leases.inHand().getFirst().id(), ben, "please")))
                .isInstanceOf(HandOver.NotAllowed.class);
    }

    @Test
    void a_closed_queue_gives_nothing_out_and_takes_what_is_in_hand() {
        var queue = tryout.open(data(policy.first(), null, null), posts(6));
        var task = tryout.next(ana, queue).orElseThrow();
        accounts.runAs(
                lead,
                () -> transaction.execute(_ -> {
                    queues.closeTrial(queue);
                    return true;
                }));
        assertThat(as(ben, () -> leases.take(queue, 2))).isEmpty();
        assertThat(as(ana, queues::forCurrentUser)).extracting(Queue::id).doesNotContain(queue);
        tryout.submit(ana, task, Forms.benign());
    }

    @Test
    void a_queue_that_calibrates_is_bound_to_a_version() {
        assertThatThrownBy(() ->
                        Tryout.calibrating(policy.slug(), policy.first(), ana).trying(null))
                .hasMessageContaining("bound to a version");
    }

    /** Two queues of the same posts, under the text tried out and the one in force. */
    private List<QueueId> panel(List<PostId> posts) {
        var panel = UUID.randomUUID().getMostSignificantBits();
        return List.of(
                tryout.open(data(policy.later(), panel, null), posts),
                tryout.open(data(policy.first(), panel, null), posts));
    }

    private List<PostId> readTwice(List<PostId> posts, List<QueueId> under) {
        return posts.stream()
                .filter(post -> List.of(ana, ben).stream()
                        .anyMatch(rater -> as(rater, leases::inHand).stream()
                                        .filter(lease -> under.contains(lease.queue()))
                                        .filter(lease -> PostIdOf.of(lease).equals(post))
                                        .count()
                                > 1))
                .toList();
    }

    private QueueData data(PolicyVersionId version, @Nullable Long panel, @Nullable UserId only) {
        return Tryout.data(policy.slug(), version, panel, only);
    }

    private List<PostId> posts(int count) {
        return tryout.captions(count, "trial");
    }

    private static Stream<Lease> got(Future<List<Lease>> future) {
        try {
            return future.get().stream();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T as(UserId person, Supplier<T> work) {
        return accounts.runAs(person, work);
    }

    private static final class PostIdOf {
        static PostId of(Lease lease) {
            return new PostId(lease.subject().id());
        }
    }
}
