package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;
import static org.conjoint.testing.Forms.violating;

import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.meaning.Part;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueCounts;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.TakeRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PersistenceTest
class KeptVerdictsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Leases leases;

    @Autowired
    RatingTasks tasks;

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
    void the_clauses_cited_are_shown_in_both_wordings_where_they_differ() {
        var policy = new TestPolicy(context);
        var queue = judging.queue(QueueData.verdicts("kept " + UUID.randomUUID(), policy.slug(), "en", 1), 1);
        var task = judging.next(ana, queue);
        release(ana, task);
        var form = violating().toBuilder()
                .clauses(Part.CAPTION, Set.of(policy.clause("2.1"), policy.clause("2.2")))
                .jointClauses(Set.of(policy.clause("2.1")))
                .principal(policy.clause("2.1"))
                .build();
        var clientId = keep(ana, task, form);
        assertThat(sides(ana, clientId).changes()).isEmpty();
        assertThat(sides(ana, clientId).now()).isEqualTo(sides(ana, clientId).seen());

        var second = policy.turn();
        var sides = sides(ana, clientId);
        assertThat(sides.kept().form()).isEqualTo(form);
        assertThat(sides.seen().id()).isEqualTo(policy.first());
        assertThat(sides.now().id()).isEqualTo(second);
        assertThat(sides.changes()).singleElement().satisfies(change -> {
            assertThat(change.clauseId()).isEqualTo(policy.clause("2.2"));
            assertThat(change.seen().textMarkdown()).contains("laughs at someone's death");
            assertThat(change.now().textMarkdown()).contains("laughs at a death");
        });

        var ready = ready(ana, clientId);
        assertThat(ready.lease().policyVersion()).isEqualTo(second);
        assertThat(sides(ana, clientId).now().id()).isEqualTo(second);
    }

    @Test
    void an_answer_made_under_another_version_than_the_lease_is_shown_beside_the_bound_one() {
        var policy = new TestPolicy(context);
        var queue = judging.queue(QueueData.verdicts("kept " + UUID.randomUUID(), policy.slug(), "en", 1), 1);
        var task = judging.next(ana, queue);
        var second = policy.turn();
        var clientId = UUID.randomUUID();
        var form = citing(policy.clause("2.2"));
        var stale = new VerdictSubmission(clientId, task.lease().id(), second, form, Attention.of(100));
        assertThat(judging.as(ana, () -> verdicts.submit(stale)))
                .isEqualTo(new VerdictOutcome.PolicyChanged(second, policy.first()));
        var sides = sides(ana, clientId);
        assertThat(sides.kept().cause()).isEmpty();
        assertThat(sides.seen().id()).isEqualTo(second);
        assertThat(sides.now().id()).isEqualTo(policy.first());
        assertThat(sides.changes()).extracting(ClauseChange::clauseId).containsExactly(policy.clause("2.2"));
        assertThat(ready(ana, clientId).lease().id()).isEqualTo(task.lease().id());
    }

    @Test
    void a_kept_verdict_is_given_anew_while_a_place_is_open() {
        var queue = judging.queue(2, "en", 1);
        var task = judging.next(ana, queue);
        release(ana, task);
        var clientId = keep(ana, task, violating());
        stored(judging.submit(ben, judging.next(ben, queue), Forms.benign()));
        var sides = sides(ana, clientId);
        assertThat(sides.answeredByOthers()).isTrue();
        assertThat(sides.refusal()).isNull();

        var ready = ready(ana, clientId);
        assertThat(ready.newerDraft()).isFalse();
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 2, 1, 1, 0, 0));
        var again = judging.as(ana, () -> tasks.open(ready.lease().id())).orElseThrow();
        assertThat(again.draft()).isEqualTo(violating());
        stored(judging.submit(ana, again, again.draft()));
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 2, 0, 2, 0, 0));
        assertThat(sides(ana, clientId).refusal()).isEqualTo(TakeRefusal.ANSWERED);
        assertThat(resubmit(ana, clientId)).isEqualTo(new Resubmission.Refused(TakeRefusal.ANSWERED));
    }

    @Test
    void a_draft_written_since_stands() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        release(ana, task);
        var clientId = keep(ana, task, violating());
        var lease = ready(ana, clientId).lease();
        var other =
                violating().toBuilder().reading("Dana stinks, says everyone").build();
        judging.as(ana, () -> verdicts.saveDraft(lease.id(), 1, other));
        assertThat(ready(ana, clientId).newerDraft()).isTrue();
        assertThat(judging.next(ana, queue).draft()).isEqualTo(other);
    }

    @Test
    void an_item_with_all_its_answers_is_not_taken_again() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        release(ana, task);
        var clientId = keep(ana, task, violating());
        assertThat(sides(ana, clientId).answeredByOthers()).isFalse();
        var bens = judging.next(ben, queue);
        assertThat(sides(ana, clientId).answeredByOthers()).isFalse();
        assertThat(sides(ana, clientId).refusal()).isEqualTo(TakeRefusal.NONE_OPEN);
        stored(judging.submit(ben, bens, Forms.benign()));
        assertThat(sides(ana, clientId).answeredByOthers()).isTrue();
        assertThat(resubmit(ana, clientId)).isEqualTo(new Resubmission.Refused(TakeRefusal.NONE_OPEN));
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 1, 0, 1, 0, 0));
    }

    @Test
    void an_item_that_was_passed_on_is_not_taken_again() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        judging.as(ana, () -> leases.skip(task.lease().id(), DeclineReason.OTHER, null));
        var clientId = keep(ana, task, violating());
        assertThat(resubmit(ana, clientId)).isEqualTo(new Resubmission.Refused(TakeRefusal.PASSED_ON));
    }

    @Test
    void who_lost_the_role_of_the_queue_does_not_take_from_it() {
        var queue = judging.queue(1, "en", 1);
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        var task = judging.next(ana, queue);
        var clientId = keep(lead, task, violating());
        assertThat(sides(lead, clientId).refusal()).isEqualTo(TakeRefusal.OTHER_ROLE);
        assertThat(resubmit(lead, clientId)).isEqualTo(new Resubmission.Refused(TakeRefusal.OTHER_ROLE));
    }

    @Test
    void nobody_sees_or_takes_up_what_another_rater_has_kept() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        release(ana, task);
        var clientId = keep(ana, task, violating());
        assertThat(judging.as(ben, () -> keptVerdicts.bothSides(clientId))).isEmpty();
        assertThat(resubmit(ben, clientId)).isEqualTo(new Resubmission.Refused(TakeRefusal.NO_ITEM));
        assertThat(judging.as(ben, () -> keptVerdicts.mine(10))).isEmpty();
        assertThat(judging.as(ana, () -> keptVerdicts.mine(10)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.clientId()).isEqualTo(clientId));
    }

    @Test
    void an_answer_under_a_version_that_never_was_has_no_other_side() {
        QueueId queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        var clientId = UUID.randomUUID();
        var submission = new VerdictSubmission(
                clientId, task.lease().id(), new PolicyVersionId(Long.MAX_VALUE), violating(), Attention.of(100));
        assertThat(judging.as(ana, () -> verdicts.submit(submission))).isInstanceOf(VerdictOutcome.PolicyChanged.class);
        assertThat(judging.as(ana, () -> keptVerdicts.bothSides(clientId))).isEmpty();
    }

    private static VerdictForm citing(String clause) {
        return violating().toBuilder()
                .clauses(Part.CAPTION, Set.of(clause))
                .jointClauses(Set.of(clause))
                .principal(clause)
                .build();
    }

    private void release(UserId rater, RatingTask.Judge task) {
        judging.as(rater, () -> leases.release(task.lease().id()));
    }

    private UUID keep(UserId rater, RatingTask.Judge task, VerdictForm form) {
        var clientId = UUID.randomUUID();
        assertThat(judging.submit(rater, task, form, clientId)).isInstanceOf(VerdictOutcome.LeaseGone.class);
        return clientId;
    }

    private KeptSides sides(UserId rater, UUID clientId) {
        return judging.as(rater, () -> keptVerdicts.bothSides(clientId)).orElseThrow();
    }

    private Resubmission resubmit(UserId rater, UUID clientId) {
        return judging.as(rater, () -> keptVerdicts.resubmit(clientId));
    }

    private Resubmission.Ready ready(UserId rater, UUID clientId) {
        return (Resubmission.Ready) resubmit(rater, clientId);
    }
}
