package org.conjoint.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.care.ShieldChoices;
import org.conjoint.care.ShieldFrom;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.Shield;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = ShieldsView.class)
class ShieldsViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    ShieldChoices shields;

    @BeforeEach
    void readEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void takeTheFloorAway() {
        SecurityContextHolder.clearContext();
        accounts.runAsSystem(() -> {
            Stream.of(Shield.values()).forEach(shield -> shields.setFloor(shield, ShieldFrom.NEVER));
            return true;
        });
    }

    @Test
    void a_rater_chooses_and_finds_the_choice_again() {
        People.signedIn(accounts, Role.RATER);
        var view = navigate(ShieldsView.class);
        assertThat(view.floor()).isNull();
        assertThat(view.mine().choice(Shield.BLUR).chosen()).contains(ShieldFrom.NEVER);
        view.mine().choice(Shield.BLUR).choose(ShieldFrom.HIGH);
        assertThat(view.said()).isEqualTo("Blur is now “From high” for you.");
        assertThat(shields.mine().from(Shield.BLUR)).isEqualTo(ShieldFrom.HIGH);
        var again = navigate(ShieldsView.class);
        assertThat(again.mine().choice(Shield.BLUR).chosen()).contains(ShieldFrom.HIGH);
    }

    @Test
    void what_the_organisation_asks_for_is_shown_and_cannot_be_undercut() {
        accounts.runAsSystem(() -> {
            shields.setFloor(Shield.BLUR, ShieldFrom.MEDIUM);
            return true;
        });
        People.signedIn(accounts, Role.RATER);
        var mine = navigate(ShieldsView.class).mine();
        assertThat(mine.choice(Shield.BLUR).chosen()).contains(ShieldFrom.MEDIUM);
        assertThat(mine.line(Shield.BLUR).getText()).endsWith("Asked for by your organisation: From medium.");
        for (var less : List.of(ShieldFrom.NEVER, ShieldFrom.SEVERE, ShieldFrom.HIGH)) {
            mine.choice(Shield.BLUR).choose(less);
            assertThat(mine.choice(Shield.BLUR).chosen()).contains(ShieldFrom.MEDIUM);
        }
        mine.choice(Shield.BLUR).choose(ShieldFrom.ALWAYS);
        assertThat(shields.effective().has(Shield.BLUR)).isTrue();
    }

    @Test
    void a_quality_lead_sets_the_floor_and_sees_it_hold_for_their_own() {
        People.signedIn(accounts, Role.QUALITY_LEAD);
        var view = navigate(ShieldsView.class);
        view.floor().choice(Shield.MUTED).choose(ShieldFrom.ALWAYS);
        assertThat(view.said()).isEqualTo("Muted is now “Always” for everyone.");
        assertThat(shields.floor().from(Shield.MUTED)).isEqualTo(ShieldFrom.ALWAYS);
        assertThat(view.mine().choice(Shield.MUTED).chosen()).contains(ShieldFrom.ALWAYS);
        assertThat(shields.mine().from(Shield.MUTED)).isEqualTo(ShieldFrom.NEVER);
    }

    @Test
    void every_shield_and_every_severity_has_words() {
        People.signedIn(accounts, Role.ADMIN);
        var view = navigate(ShieldsView.class);
        for (var shield : Shield.values()) {
            assertThat(view.mine().line(shield).getText()).doesNotContain("!").isNotBlank();
            assertThat(view.mine().choice(shield).offered()).hasSize(ShieldFrom.values().length);
        }
        assertThat(view.getElement().getTextRecursively()).doesNotContain("!");
    }
}
