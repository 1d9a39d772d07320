package org.conjoint.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.jooq.audit.Tables.ENTRY;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Preferences;
import org.conjoint.access.Role;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.Shield;
import org.conjoint.ui.Shields;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The floor is one for the whole application: it is as before after each test. */
@PersistenceTest
class ShieldChoicesPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    ShieldChoices shields;

    @Autowired
    Preferences preferences;

    @Autowired
    DSLContext db;

    private UserId rater;
    private UserId lead;

    @BeforeEach
    void join() {
        rater = People.person(accounts, Role.RATER);
        lead = People.person(accounts, Role.QUALITY_LEAD);
    }

    @AfterEach
    void takeTheFloorAway() {
        Stream.of(Shield.values()).forEach(shield -> setFloor(lead, shield, ShieldFrom.NEVER));
    }

    @Test
    void what_one_chooses_holds_for_oneself_from_its_severity_on() {
        choose(Shield.GREYSCALE, ShieldFrom.HIGH);
        assertThat(effective(null)).isEqualTo(Shields.NONE);
        assertThat(effective(ClauseSeverity.MEDIUM)).isEqualTo(Shields.NONE);
        assertThat(effective(ClauseSeverity.SEVERE).on()).containsExactly(Shield.GREYSCALE);
        assertThat(effective(ClauseSeverity.SEVERE).fixed()).isEmpty();
        var other = People.person(accounts, Role.RATER);
        assertThat(accounts.runAs(other, shields::mine)).isEqualTo(ShieldPlan.NONE);
        choose(Shield.GREYSCALE, ShieldFrom.NEVER);
        assertThat(accounts.runAs(rater, shields::mine)).isEqualTo(ShieldPlan.NONE);
    }

    @Test
    void the_floor_holds_for_everyone_and_is_added_to() {
        setFloor(lead, Shield.BLUR, ShieldFrom.MEDIUM);
        choose(Shield.BLUR, ShieldFrom.SEVERE);
        choose(Shield.SOFT, ShieldFrom.ALWAYS);
        assertThat(effective(null).on()).containsExactly(Shield.SOFT);
        var medium = effective(ClauseSeverity.MEDIUM);
        assertThat(medium.on()).containsExactly(Shield.BLUR, Shield.SOFT);
        assertThat(medium.fixed()).containsExactly(Shield.BLUR);
        assertThat(accounts.runAs(lead, () -> shields.effective(ClauseSeverity.HIGH))
                        .fixed())
                .containsExactly(Shield.BLUR);
    }

    @Test
    void a_floor_that_is_taken_back_leaves_what_one_chose() {
        choose(Shield.BLUR, ShieldFrom.SEVERE);
        setFloor(lead, Shield.BLUR, ShieldFrom.ALWAYS);
        setFloor(lead, Shield.BLUR, ShieldFrom.NEVER);
        assertThat(effective(ClauseSeverity.SEVERE)).isEqualTo(Shields.chosen(Set.of(Shield.BLUR)));
        assertThat(effective(ClauseSeverity.HIGH)).isEqualTo(Shields.NONE);
    }

    @Test
    void each_change_of_the_floor_is_on_the_audit_trail_once() {
        setFloor(lead, Shield.MUTED, ShieldFrom.HIGH);
        setFloor(lead, Shield.MUTED, ShieldFrom.HIGH);
        var details = db.select(ENTRY.DETAILS)
                .from(ENTRY)
                .where(ENTRY.CHAIN.eq("user:" + lead.value()), ENTRY.SUBJECT.eq("shield:muted"))
                .fetch(ENTRY.DETAILS);
        assertThat(details).singleElement().asString().contains("never").contains("high");
    }

    @Test
    void a_rater_cannot_change_the_floor() {
        assertThatThrownBy(() -> setFloor(rater, Shield.BLUR, ShieldFrom.NEVER))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void two_who_set_the_floor_at_once_both_succeed() throws Exception {
        var start = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var done = Stream.of(ShieldFrom.LOW, ShieldFrom.SEVERE)
                    .map(from -> people.submit((Callable<Void>) () -> {
                        start.await();
                        setFloor(lead, Shield.EDGES, from);
                        return null;
                    }))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }
        assertThat(accounts.runAs(rater, shields::floor).from(Shield.EDGES)).isIn(ShieldFrom.LOW, ShieldFrom.SEVERE);
    }

    @Test
    void a_choice_that_this_version_does_not_know_is_passed_over() {
        accounts.runAs(rater, () -> {
            preferences.choose("shields", Map.of("glitter", "always", "blur", "sometimes", "soft", "low"));
            return rater;
        });
        assertThat(effective(ClauseSeverity.SEVERE).on()).containsExactly(Shield.SOFT);
    }

    private void choose(Shield shield, ShieldFrom from) {
        accounts.runAs(rater, () -> {
            shields.choose(shield, from);
            return from;
        });
    }

    private void setFloor(UserId who, Shield shield, ShieldFrom from) {
        accounts.runAs(who, () -> {
            shields.setFloor(shield, from);
            return from;
        });
    }

    private Shields effective(ClauseSeverity severity) {
        return accounts.runAs(rater, () -> severity == null ? shields.effective() : shields.effective(severity));
    }
}
