package org.conjoint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.conjoint.access.Accounts;
import org.conjoint.policy.files.Folders;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One version in force for a policy, a jurisdiction and an instant, whoever writes the turns. */
@PersistenceTest
class TurnsPersistenceTest {

    private static final Instant DECEMBER = Instant.parse("2027-12-01T00:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    PolicyIntake intake;

    @Autowired
    Policies policies;

    @Autowired
    TurnRows turns;

    @Autowired
    TurnClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestPolicy policy;
    private PolicyVersionId second;

    @BeforeEach
    void take() {
        policy = new TestPolicy(context);
        second = policy.later();
    }

    @Test
    void a_turn_that_overlaps_another_is_refused() {
        assertThatThrownBy(() -> insert(second, DECEMBER, DECEMBER.plusSeconds(60)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert(second, DECEMBER, Turn.END))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(inForce(DECEMBER)).isEqualTo(policy.first());
    }

    @Test
    void a_turn_that_leaves_a_gap_is_refused() {
        end(policy.first(), DECEMBER);
        assertThatThrownBy(() -> insert(second, DECEMBER.plusSeconds(1), Turn.END))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_turn_belongs_to_the_policy_of_its_version() {
        var other = new TestPolicy(context);
        end(policy.first(), DECEMBER);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into policy.in_force (series_id, jurisdiction, starts_at, previous_ends_at, ends_at, version_id)
                        select series_id, jurisdiction, :from, :from, :to, :other from policy.version where id = :id""")
                        .param("from", DECEMBER.atOffset(ZoneOffset.UTC))
                        .param("to", Turn.END.atOffset(ZoneOffset.UTC))
                        .param("other", other.first().value())
                        .param("id", policy.first().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void of_two_transactions_that_put_versions_into_force_at_overlapping_times_one_fails() throws Exception {
        var third = policy.taken(Folders.changed(
                policy.laterFiles("1.2.0"), "en.md", "The post laughs at a death", "The post laughs at one death"));
        for (var days : List.of(0, 1, 30)) {
            var outcomes = race(() -> put(second, DECEMBER), () -> put(third, DECEMBER.plus(days, ChronoUnit.DAYS)));
            assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome != null)
                    .singleElement()
                    .isInstanceOf(DataAccessException.class);
            reset();
        }
    }

    @Test
    void a_turn_that_began_is_told_once_by_all_processes_together() throws Exception {
        policy.turn();
        var before = told();
        var outcomes = race(() -> clock.tell(), () -> clock.tell());
        assertThat(outcomes).filteredOn(outcome -> outcome != null).hasSizeLessThanOrEqualTo(1);
        clock.tell();
        assertThat(told()).isEqualTo(before + 1);
    }

    @Test
    void a_turn_without_a_version_ends_a_policy() {
        transaction.executeWithoutResult(status -> {
            var line = turns.line(policy.first());
            var standing = turns.lock(line);
            turns.write(line, standing, standing.then(null, DECEMBER));
        });
        accounts.runAsSystem(() -> {
            assertThat(policies.inForceId(policy.slug(), Policies.GLOBAL, DECEMBER.minusSeconds(1)))
                    .contains(policy.first());
            assertThat(policies.inForce(policy.slug(), DECEMBER, "en")).isEmpty();
            return null;
        });
    }

    @Test
    void a_jurisdiction_without_turns_of_its_own_has_the_version_that_holds_everywhere() {
        accounts.runAsSystem(() -> {
            assertThat(policies.inForceId(policy.slug(), "AT", Instant.now())).contains(policy.first());
            return null;
        });
    }

    private long told() {
        return jdbc.sql("select count(*) from audit.entry where action = 'policy.turned' and subject like :subject")
                .param("subject", "policy-version:" + second.value())
                .query(Long.class)
                .single();
    }

    private PolicyVersionId inForce(Instant at) {
        return accounts.runAsSystem(
                () -> policies.inForceId(policy.slug(), Policies.GLOBAL, at).orElseThrow());
    }

    /** As somebody would who does not know of the lock: ends the last turn and begins another. */
    private void put(PolicyVersionId version, Instant from) {
        transaction.executeWithoutResult(status -> {
            end(policy.first(), from);
            insert(version, from, Turn.END);
        });
    }

    private void end(PolicyVersionId version, Instant at) {
        jdbc.sql("update policy.in_force set ends_at = :at where version_id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", version.value())
                .update();
    }

    private void insert(PolicyVersionId version, Instant from, Instant to) {
        jdbc.sql("""
                        insert into policy.in_force (series_id, jurisdiction, starts_at, previous_ends_at, ends_at, version_id)
                        select series_id, jurisdiction, :from, :from, :to, id from policy.version where id = :id""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("id", version.value())
                .update();
    }

    private void reset() {
        transaction.executeWithoutResult(status -> {
            var line = turns.line(policy.first());
            var standing = turns.lock(line);
            turns.write(
                    line,
                    standing,
                    new Timeline(List.of(Turn.NOBODYS)).then(policy.first(), Instant.parse("2026-01-01T00:00:00Z")));
        });
    }

    /** What two at once throw; null for one that went well. */
    private static List<Throwable> race(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        try {
                            work.run();
                            return null;
                        } catch (RuntimeException e) {
                            return (Throwable) e;
                        }
                    }))
                    .toList();
            var outcomes = new ArrayList<Throwable>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }
}
