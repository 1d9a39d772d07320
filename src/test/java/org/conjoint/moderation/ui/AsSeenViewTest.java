package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Judging;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.QueueData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = AsSeenView.class)
class AsSeenViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext context;

    private TestPolicy policy;
    private UserId ana;
    private VerdictId verdict;

    @BeforeEach
    void aVerdict() {
        policy = new TestPolicy(context);
        ana = People.signedIn(accounts, Role.RATER);
        var judging = new Judging(context);
        var queue = judging.queue(QueueData.verdicts("as seen view " + UUID.randomUUID(), policy.slug(), "en", 1), 1);
        var clause = policy.clause("2.2");
        var form = Forms.violating().toBuilder()
                .clauses(Part.CAPTION, Set.of(clause))
                .jointClauses(Set.of(clause))
                .principal(clause)
                .build();
        verdict = stored(judging.submit(ana, judging.next(ana, queue), form)).id();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_judgement_leads_to_its_text_as_it_was_seen() {
        navigate("judgements/" + verdict.value(), JudgementsView.class);
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("judgements/%d/as-seen/1".formatted(verdict.value()));
    }

    @Test
    void the_wording_is_proven_and_stands_beside_the_one_of_today() {
        policy.turn();
        var view = navigate("judgements/%d/as-seen/1".formatted(verdict.value()), AsSeenView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("The wording is the one seen: Harassment and hate 1.0.0 in English.")
                .contains("The SHA-256 of the clause cited matches the kept files.")
                .contains("1.0.0 was in force then; 1.1.0 is today.")
                .contains("Then · 1.0.0", "someone's death", "Now · 1.1.0", "laughs at a death")
                .contains("The whole text as it was seen, with");
    }

    @Test
    void one_who_may_not_read_it_is_told_nothing_of_it() {
        SecurityContextHolder.clearContext();
        People.signedIn(accounts, Role.RATER);
        var view = navigate("judgements/%d/as-seen".formatted(verdict.value()), AsSeenView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("There is no such verdict")
                .doesNotContain("someone's death");
    }
}
