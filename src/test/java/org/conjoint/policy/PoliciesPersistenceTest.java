package org.conjoint.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.later;
import static org.conjoint.policy.files.Folders.renamed;
import static org.conjoint.policy.files.Folders.starter;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@PersistenceTest
@WithMockUser(roles = "RATER")
class PoliciesPersistenceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Policies policies;

    @Autowired
    PolicyIntake intake;

    @Autowired
    StarterPolicies starterPolicies;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_starter_set_is_in_force_after_the_first_start() {
        assertThat(policies.list("en"))
                .extracting(PolicySummary::slug, PolicySummary::number, PolicySummary::state)
                .contains(
                        tuple("adult", "1.0.0", PolicyState.IN_FORCE),
                        tuple("harassment", "1.0.0", PolicyState.IN_FORCE),
                        tuple("misleading-media", "1.0.0", PolicyState.IN_FORCE),
                        tuple("scams", "1.0.0", PolicyState.IN_FORCE),
                        tuple("self-harm", "1.0.0", PolicyState.IN_FORCE),
                        tuple("threats", "1.0.0", PolicyState.IN_FORCE));
    }

    @Test
    void a_second_start_changes_nothing() {
        var before = counts();
        starterPolicies.afterPropertiesSet();
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void a_version_is_served_in_the_asked_locale_and_else_in_the_canonical_one() {
        var english = policies.inForce("harassment", NOW, "en").orElseThrow();
        var german = policies.inForce("harassment", NOW, "de").orElseThrow();
        var japanese = policies.inForce("harassment", NOW, "ja").orElseThrow();
        assertThat(german.title()).isEqualTo("Belästigung und Hass");
        assertThat(japanese).isEqualTo(english);
        assertThat(english.locales())
                .extracting(PolicyLocale::tag, PolicyLocale::canonical, PolicyLocale::outOfDate)
                .containsExactly(tuple("en", true, false), tuple("de", false, false));
        var clause = english.clause("HAR-2.1").orElseThrow();
        var klausel = german.clause("HAR-2.1").orElseThrow();
        assertThat(clause.id()).isEqualTo(klausel.id());
        assertThat(clause.textHash()).isNotEqualTo(klausel.textHash());
        assertThat(clause.contextCannotDefuse()).isFalse();
        assertThat(policies.inForce("threats", NOW, "en")
                        .orElseThrow()
                        .clause("THR-3.1")
                        .orElseThrow()
                        .contextCannotDefuse())
                .isTrue();
    }

    @Test
    void a_version_is_found_by_its_id_and_by_its_number() {
        var version = inForce("scams");
        assertThat(policies.version(version.id(), "en")).contains(version);
        assertThat(policies.version("scams", Policies.GLOBAL, "1.0.0", "en")).contains(version);
        assertThat(policies.version("scams", Policies.GLOBAL, "9.0.0", "en")).isEmpty();
        assertThat(policies.inForceId("scams", Policies.GLOBAL, BEGIN)).contains(version.id());
        assertThat(policies.inForceId("scams", Policies.GLOBAL, BEGIN.minusMillis(1)))
                .isEmpty();
        assertThat(policies.inForceId("scams", "AT", NOW)).contains(version.id());
    }

    @Test
    void the_kept_files_are_those_that_were_taken() {
        var kept = policies.files(inForce("self-harm").id());
        assertThat(kept)
                .isEqualTo(starter("self-harm").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> new String(file.getValue(), UTF_8))));
        var again = new TreeMap<String, byte[]>();
        kept.forEach((name, text) -> again.put(name, text.getBytes(UTF_8)));
        assertThat(intake.take("self-harm", again)).isInstanceOf(Intake.Unchanged.class);
    }

    @Test
    void a_changed_file_under_the_same_number_is_refused_and_changes_nothing() {
        var before = inForce("harassment");
        var outcome = intake.take(
                "harassment", changed(starter("harassment"), "en.md", "stupid, worthless", "silly, worthless"));
        assertThat(outcome).isInstanceOf(Intake.Altered.class);
        assertThat(outcome.toString())
                .contains("the files of harassment differ from version 1.0.0")
                .contains("give it a new version number");
        assertThat(inForce("harassment")).isEqualTo(before);
    }

    @Test
    void a_wrong_folder_is_refused_with_its_lines() {
        assertThat(intake.take("harassment", changed(starter("harassment"), "policy.yaml", "format: 1", "format: one")))
                .isInstanceOfSatisfying(
                        Intake.Refused.class,
                        refused -> assertThat(refused.problems())
                                .anySatisfy(
                                        problem -> assertThat(problem.line()).isEqualTo(1)));
    }

    @Test
    void a_prefix_belongs_to_one_policy() {
        assertThat(intake.take("other-harassment", renamed("other-harassment", "HAR"))
                        .toString())
                .contains("the prefix HAR, which belongs to harassment");
    }

    @Test
    void a_later_version_is_a_draft_and_shares_the_clauses_that_mean_the_same() {
        var first = take("sharing", renamed("sharing", "SHR"));
        var second = take("sharing", later("sharing", "SHR"));
        var before = policies.version(first.id(), "en").orElseThrow();
        var after = policies.version(second.id(), "en").orElseThrow();
        assertThat(before.state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(after.state()).isEqualTo(PolicyState.DRAFT);
        assertThat(after.penaltyFrom()).isEqualTo(Instant.parse("2026-12-14T23:00:00Z"));
        assertThat(after.locales()).extracting(PolicyLocale::outOfDate).containsExactly(false, true);
        assertThat(after.clauses())
                .filteredOn(clause ->
                        !before.clause(clause.clauseId()).orElseThrow().id().equals(clause.id()))
                .extracting(Clause::clauseId)
                .containsExactly("SHR-2.2");
        assertThat(policies.versions("sharing", "en"))
                .extracting(PolicySummary::number)
                .containsExactly("1.1.0", "1.0.0");
    }

    @Test
    void author_and_approver_are_different_people_and_penalties_never_come_early() {
        var taken = take("constraints", renamed("constraints", "CON"));
        assertThatThrownBy(() -> update("update policy.version set approver = author where id = :id", taken))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> update(
                        "update policy.version set penalty_from = effective_from - interval '1' day where id = :id",
                        taken))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> update("update policy.version set stage = 'emergency' where id = :id", taken))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void taking_a_policy_is_in_the_audit_trail() {
        var taken = take("audited", renamed("audited", "AUD"));
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = :subject and action = 'policy.taken'")
                        .param("subject", "policy-version:" + taken.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_reading_has_every_section_and_the_examples_of_each_clause() {
        var reading = policies.reading(inForce("misleading-media").id(), "de").orElseThrow();
        assertThat(reading.together()).contains("Die Bildunterschrift gibt dem Bild sein Datum");
        assertThat(reading.culture()).contains("Symbolbild");
        assertThat(reading.examples("MIS-1.1"))
                .extracting(PolicyExample::id)
                .containsExactly("MIS-E01", "MIS-E02", "MIS-E03");
        assertThat(reading.examples("MIS-1.1").getFirst().summary()).startsWith("Ein Flutfoto von 2011");
    }

    @Test
    void who_is_not_signed_in_reads_nothing() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> policies.list("en")).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private PolicyVersion inForce(String slug) {
        return policies.inForce(slug, NOW, "en").orElseThrow();
    }

    private Intake.Taken take(String slug, Map<String, byte[]> files) {
        var outcome = intake.take(slug, files);
        assertThat(outcome).isInstanceOf(Intake.Taken.class);
        return (Intake.Taken) outcome;
    }

    private Map<String, Object> counts() {
        return jdbc.sql("""
                        select (select count(*) from policy.version) as versions, (select count(*) from policy.in_force) as turns,
                        (select count(*) from policy.clause_text) as texts, (select count(*) from audit.entry) as entries""").query().singleRow();
    }

    private void update(String sql, Intake.Taken taken) {
        jdbc.sql(sql).param("id", taken.id().value()).update();
    }
}
