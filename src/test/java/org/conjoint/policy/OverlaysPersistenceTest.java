package org.conjoint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.testing.Panels;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class OverlaysPersistenceTest {

    private static final Instant SOON = Instant.now().plusSeconds(3600);

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Policies policies;

    @Autowired
    Scheduling scheduling;

    @Autowired
    JdbcClient jdbc;

    private TestPolicy policy;
    private PolicyVersionId overlaid;

    @BeforeEach
    void take() {
        policy = new TestPolicy(context);
        overlaid = policy.taken(policy.overlaidFiles("1.1.0"));
        jdbc.sql("update policy.version set stage = 'approved', approver = 'user:0' where id = :id or overlay_of = :id")
                .param("id", overlaid.value())
                .update();
        new Panels(context).pass(overlaid, policy.slug(), policy.clause("2.1"));
        assertThat(as(() -> scheduling.schedule(
                        overlaid, SOON, SOON, scheduling.plan(overlaid).mark())))
                .isEqualTo(new MoveOutcome.Moved(PolicyState.SCHEDULED));
    }

    @Test
    void a_clause_reads_otherwise_in_a_jurisdiction_and_the_others_are_the_same_clauses() {
        var everywhere = inForce(Policies.GLOBAL, "en");
        var austria = inForce("AT", "en");
        assertThat(everywhere.id()).isEqualTo(overlaid);
        assertThat(austria.id()).isNotEqualTo(overlaid);
        assertThat(austria.number()).isEqualTo(everywhere.number());
        assertThat(austria.clauses())
                .filteredOn(clause -> !everywhere.clauses().contains(clause))
                .extracting(Clause::clauseId)
                .containsExactly(policy.clause("3.1"));
        var reading = as(() -> policies.reading(austria.id(), "en")).orElseThrow();
        assertThat(reading.version().clauses()).isEqualTo(austria.clauses());
    }

    @Test
    void a_jurisdiction_that_is_no_longer_overlaid_goes_back_to_what_holds_everywhere() {
        var third = policy.taken(policy.laterFiles("1.2.0"));
        jdbc.sql("update policy.version set stage = 'approved', approver = 'user:0' where id = :id")
                .param("id", third.value())
                .update();
        new Panels(context).pass(third, policy.slug(), policy.clause("2.1"));
        var later = SOON.plusSeconds(60);
        as(() -> scheduling.schedule(third, later, later, scheduling.plan(third).mark()));
        assertThat(as(() -> policies.inForceId(policy.slug(), "AT", later.minusSeconds(1))))
                .isNotEqualTo(as(() -> policies.inForceId(policy.slug(), Policies.GLOBAL, later.minusSeconds(1))));
        assertThat(as(() -> policies.inForceId(policy.slug(), "AT", later))).contains(third);
    }

    private PolicyVersion inForce(String jurisdiction, String locale) {
        return as(() -> policies.inForce(policy.slug(), jurisdiction, SOON.plusSeconds(1), locale))
                .orElseThrow();
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAsSystem(work);
    }
}
