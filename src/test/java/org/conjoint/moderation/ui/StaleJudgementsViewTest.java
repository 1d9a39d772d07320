package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.moderation.staleness.ChangedPolicy;
import org.conjoint.moderation.staleness.ChangedPolicy.Change;
import org.conjoint.moderation.staleness.GeneratedVerdicts;
import org.conjoint.moderation.staleness.Grandfathering;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.Pill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = JudgementsView.class)
class StaleJudgementsViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Grandfathering grandfathering;

    @Autowired
    JdbcClient jdbc;

    private UserId rater;
    private ChangedPolicy policy;
    private GeneratedVerdicts generated;

    @BeforeEach
    void signIn() {
        rater = People.signedIn(accounts, Role.RATER);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        policy = new ChangedPolicy(context);
        generated = new GeneratedVerdicts(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_stale_verdict_says_what_changed_and_one_that_is_kept_says_so() {
        var posts = generated.posts(3);
        var stale = generated.one(policy.first(), posts.get(0), "none", "benign");
        var kept = generated.one(policy.first(), posts.get(1), "none", "benign");
        var good = generated.one(policy.first(), posts.get(2), "violating", "emergent", policy.clause("1.1"));
        for (var each : new GeneratedVerdicts.Given[] {stale, kept, good}) {
            jdbc.sql("update moderation.verdict set rater_id = :rater where id = :id")
                    .param("rater", rater.value())
                    .param("id", each.id().value())
                    .update();
        }
        var target = policy.turn(policy.version(policy.first(), Change.of("2.1", "tighten")));
        accounts.runAs(
                People.person(accounts, Role.QUALITY_LEAD),
                () -> grandfathering.keep(target, kept.id(), "A settled case"));
        navigate("judgements/" + kept.id().value(), JudgementsView.class);
        assertThat($(Pill.class).all().stream().map(Pill::getText).filter(words -> !words.matches("\\w+")))
                .containsExactlyInAnyOrder(
                        "Stale: %s tightened in 1.1.0".formatted(policy.clause("2.1")),
                        "Kept on purpose",
                        "Kept on purpose");
        assertThat($(Pill.class).all())
                .anyMatch(pill -> pill.getElement().getAttribute("title") != null
                        && pill.getElement().getAttribute("title").endsWith(": A settled case"));
    }
}
