package org.conjoint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Panels;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PersistenceTest
class LifecyclePersistenceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Policies policies;

    @Autowired
    JdbcClient jdbc;

    private UserId author;
    private UserId second;
    private TestPolicy policy;
    private PolicyVersionId version;

    @BeforeEach
    void draft() {
        author = People.person(accounts, Role.POLICY_AUTHOR);
        second = People.person(accounts, Role.QUALITY_LEAD);
        policy = new TestPolicy(context);
        version = policy.later();
        jdbc.sql("update policy.version set author = :author where id = :id")
                .param("author", "user:" + author.value())
                .param("id", version.value())
                .update();
    }

    @Test
    void a_version_goes_from_draft_to_scheduled_by_the_hands_of_two_people() {
        assertThat(as(author, () -> lifecycle.review(version))).isEqualTo(moved(PolicyState.IN_REVIEW));
        assertThat(as(second, () -> lifecycle.confirmKind(version, policy.clause("2.2"))))
                .isEqualTo(moved(PolicyState.IN_REVIEW));
        assertThat(as(second, () -> lifecycle.calibrate(version))).isEqualTo(moved(PolicyState.CALIBRATING));
        triedOut(version);
        assertThat(as(second, () -> lifecycle.approve(version, "α holds"))).isEqualTo(moved(PolicyState.APPROVED));
        assertThat(as(author, () -> schedule(tomorrow()))).isEqualTo(moved(PolicyState.SCHEDULED));
        assertThat(state(version)).isEqualTo(PolicyState.SCHEDULED);
        assertThat(state(policy.first())).isEqualTo(PolicyState.IN_FORCE);
        assertThat(as(author, () -> lifecycle.moves(version)))
                .extracting(PolicyMove::stage, PolicyMove::actor)
                .containsExactly(
                        tuple(PolicyState.IN_REVIEW, actor(author)),
                        tuple(PolicyState.CALIBRATING, actor(second)),
                        tuple(PolicyState.APPROVED, actor(second)),
                        tuple(PolicyState.SCHEDULED, actor(author)));
        assertThat(as(
                        author,
                        () -> policies.inForceId(
                                policy.slug(), Policies.GLOBAL, tomorrow().plusSeconds(1))))
                .contains(version);
    }

    @Test
    void the_author_is_refused_wherever_a_second_person_decides() {
        as(author, () -> lifecycle.review(version));
        assertRefused(as(author, () -> lifecycle.confirmKind(version, policy.clause("2.2"))), MoveRefusal.SAME_PERSON);
        assertRefused(as(author, () -> lifecycle.calibrate(version)), MoveRefusal.SAME_PERSON);
        assertRefused(as(author, () -> lifecycle.reject(version, "no")), MoveRefusal.SAME_PERSON);
        assertRefused(as(author, () -> emergency(tomorrow())), MoveRefusal.SAME_PERSON);
        confirmed();
        as(second, () -> lifecycle.calibrate(version));
        assertRefused(as(author, () -> lifecycle.approve(version, null)), MoveRefusal.SAME_PERSON);
        assertThat(state(version)).isEqualTo(PolicyState.CALIBRATING);
    }

    @Test
    void a_version_leaves_review_once_the_kind_of_each_change_is_confirmed() {
        as(author, () -> lifecycle.review(version));
        assertThat(as(second, () -> lifecycle.calibrate(version)))
                .isInstanceOfSatisfying(MoveOutcome.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(MoveRefusal.KINDS_NOT_CONFIRMED);
                    assertThat(refused.words()).contains(policy.clause("2.2"));
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> as(second, () -> lifecycle.confirmKind(version, policy.clause("1.1"))))
                .withMessageContaining("does not change");
    }

    @Test
    void no_step_is_left_out() {
        assertRefused(as(second, () -> lifecycle.approve(version, null)), MoveRefusal.WRONG_STATE);
        assertRefused(as(author, () -> schedule(tomorrow())), MoveRefusal.WRONG_STATE);
        as(author, () -> lifecycle.review(version));
        assertRefused(as(author, () -> lifecycle.review(version)), MoveRefusal.WRONG_STATE);
        confirmed();
        assertRefused(as(second, () -> lifecycle.approve(version, null)), MoveRefusal.WRONG_STATE);
    }

    @Test
    void a_version_is_planned_on_the_plan_that_was_seen() {
        approved();
        triedOut(version);
        var stale = as(author, () -> scheduling.plan(version).mark());
        var other = policy.taken(policy.laterFiles("1.2.0"));
        approved(other);
        triedOut(other);
        assertThat(as(second, () -> scheduling.schedule(other, tomorrow(), tomorrow(), stale)))
                .isEqualTo(moved(PolicyState.SCHEDULED));
        var afterwards = tomorrow().plus(Duration.ofDays(9));
        assertRefused(
                as(author, () -> scheduling.schedule(version, afterwards, afterwards, stale)),
                MoveRefusal.PLAN_CHANGED);
        assertRefused(as(author, () -> schedule(tomorrow().minusSeconds(9))), MoveRefusal.DATES);
        assertThat(as(author, () -> schedule(afterwards))).isEqualTo(moved(PolicyState.SCHEDULED));
    }

    @Test
    void a_version_begins_later_than_now_and_penalties_not_before_it() {
        approved();
        assertRefused(as(author, () -> schedule(Instant.now().minusSeconds(1))), MoveRefusal.DATES);
        assertRefused(
                as(
                        author,
                        () -> scheduling.schedule(
                                version, tomorrow(), tomorrow().minusSeconds(1), mark())),
                MoveRefusal.DATES);
    }

    @Test
    void what_is_withdrawn_before_its_day_does_not_judge() {
        approved();
        triedOut(version);
        as(author, () -> schedule(tomorrow()));
        assertThat(as(author, () -> lifecycle.withdraw(version, "Raters would not agree")))
                .isEqualTo(moved(PolicyState.WITHDRAWN));
        assertThat(as(
                        author,
                        () -> policies.inForceId(
                                policy.slug(), Policies.GLOBAL, tomorrow().plusSeconds(1))))
                .contains(policy.first());
        assertRefused(as(author, () -> lifecycle.withdraw(policy.first(), "too late")), MoveRefusal.WRONG_STATE);
    }

    @Test
    void an_emergency_version_judges_at_once_and_lapses() {
        as(author, () -> lifecycle.review(version));
        assertRefused(as(second, () -> emergency(Instant.now().plus(Duration.ofDays(31)))), MoveRefusal.DATES);
        assertThat(as(second, () -> emergency(tomorrow()))).isEqualTo(moved(PolicyState.EMERGENCY));
        assertThat(state(version)).isEqualTo(PolicyState.EMERGENCY);
        assertThat(as(author, () -> policies.inForceId(policy.slug(), Policies.GLOBAL, Instant.now())))
                .contains(version);
        assertThat(as(
                        author,
                        () -> policies.inForceId(
                                policy.slug(), Policies.GLOBAL, tomorrow().plusSeconds(1))))
                .contains(policy.first());
    }

    @Test
    void a_ratified_emergency_version_does_not_lapse() {
        as(author, () -> lifecycle.review(version));
        as(second, () -> emergency(tomorrow()));
        assertRefused(as(author, () -> scheduling.ratify(version, mark())), MoveRefusal.SAME_PERSON);
        assertThat(as(second, () -> scheduling.ratify(version, mark()))).isEqualTo(moved(PolicyState.IN_FORCE));
        assertThat(as(
                        author,
                        () -> policies.inForceId(
                                policy.slug(), Policies.GLOBAL, tomorrow().plusSeconds(1))))
                .contains(version);
        assertThat(state(version)).isEqualTo(PolicyState.IN_FORCE);
    }

    @Test
    void who_is_neither_author_nor_lead_moves_nothing() {
        var rater = People.person(accounts, Role.RATER);
        assertThatThrownBy(() -> as(rater, () -> lifecycle.review(version))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(rater, () -> schedule(tomorrow()))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_superseded_version_is_put_away_and_one_in_force_is_not() {
        assertRefused(as(author, () -> lifecycle.archive(policy.first())), MoveRefusal.WRONG_STATE);
        policy.turn();
        assertThat(as(author, () -> lifecycle.archive(policy.first()))).isEqualTo(moved(PolicyState.ARCHIVED));
    }

    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

    private Instant tomorrow() {
        return tomorrow;
    }

    private void confirmed() {
        as(second, () -> lifecycle.confirmKind(version, policy.clause("2.2")));
    }

    private void approved() {
        approved(version);
    }

    private void approved(PolicyVersionId id) {
        as(author, () -> lifecycle.review(id));
        as(second, () -> lifecycle.confirmKind(id, policy.clause("2.2")));
        as(second, () -> lifecycle.calibrate(id));
        assertThat(as(second, () -> lifecycle.approve(id, null))).isEqualTo(moved(PolicyState.APPROVED));
    }

    private void triedOut(PolicyVersionId id) {
        new Panels(context).pass(id, policy.slug(), policy.clause("2.1"));
    }

    private MoveOutcome schedule(Instant from) {
        return scheduling.schedule(version, from, from, mark());
    }

    private MoveOutcome emergency(Instant until) {
        return scheduling.emergency(version, until, "A wave of faked obituaries", mark());
    }

    private String mark() {
        return scheduling.plan(version).mark();
    }

    private PolicyState state(PolicyVersionId id) {
        return as(author, () -> policies.version(id, "en").orElseThrow().state());
    }

    private <T> T as(UserId person, Supplier<T> work) {
        return accounts.runAs(person, work);
    }

    private static String actor(UserId person) {
        return "user:" + person.value();
    }

    private static MoveOutcome moved(PolicyState state) {
        return new MoveOutcome.Moved(state);
    }

    private static void assertRefused(MoveOutcome outcome, MoveRefusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MoveOutcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
