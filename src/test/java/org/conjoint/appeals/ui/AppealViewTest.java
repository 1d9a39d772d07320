package org.conjoint.appeals.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.appeals.AppealDraft;
import org.conjoint.appeals.AppealId;
import org.conjoint.appeals.AppealOutcome;
import org.conjoint.appeals.Appeals;
import org.conjoint.appeals.Opening;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Judging;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.EmptyState;
import org.conjoint.work.QueueData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = AppealView.class)
class AppealViewTest extends SpringBrowserlessTest {

    private static final String STATEMENT = "I only praised her perfume.";
    private static final String WHY = "The post says nothing about Dana herself.";

    @Autowired
    Accounts accounts;

    @Autowired
    Appeals appeals;

    @Autowired
    ApplicationContext context;

    private TestPolicy policy;
    private VerdictId verdict;

    @BeforeEach
    void aVerdictAndALead() {
        var judging = new Judging(context);
        policy = new TestPolicy(context);
        var ana = judging.rater();
        var queue = judging.queue(QueueData.verdicts("appeal view " + UUID.randomUUID(), policy.slug(), "en", 1), 1);
        var clause = policy.clause("2.2");
        var form = Forms.violating().toBuilder()
                .clauses(Part.CAPTION, Set.of(clause))
                .jointClauses(Set.of(clause))
                .principal(clause)
                .build();
        verdict = stored(judging.submit(ana, judging.next(ana, queue), form)).id();
        People.signedIn(accounts, Role.QUALITY_LEAD);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_appeal_is_opened_with_the_words_of_the_appellant_and_its_page_opens() {
        UI.getCurrent().navigate("appeals");
        test($(Button.class).withText("Open an appeal").single()).click();
        var dialog = $(OpenAppealDialog.class).single();
        test(dialog.verdictField()).setValue("none");
        test(dialog.openButton()).click();
        assertThat(dialog.verdictField().getErrorMessage()).startsWith("Give the number of a verdict");
        test(dialog.verdictField()).setValue(Long.toString(verdict.value()));
        test(dialog.openButton()).click();
        assertThat(dialog.statementField().getErrorMessage()).startsWith("The statement has 1 to 4,000 characters");
        test(dialog.statementField()).setValue(STATEMENT);
        test(dialog.openButton()).click();
        assertThat(getCurrentView()).isInstanceOf(AppealView.class);
        assertThat(text()).contains(STATEMENT, policy.clause("2.2"), "Right under the text then?");
    }

    @Test
    void the_screen_shows_the_text_then_beside_the_text_now() {
        policy.turn();
        var id = opened();
        show(id);
        assertThat(text())
                .contains("Then · 1.0.0", "The post laughs at someone's death")
                .contains("Now · 1.1.0", "The post laughs at a death", "Reads otherwise now");
    }

    @Test
    void both_questions_are_answered_before_anything_is_decided() {
        var id = opened();
        var view = show(id);
        decide();
        assertThat(then(view).complaint()).isEqualTo("Answer yes or no");
        then(view).rightField().choose(true);
        decide();
        assertThat(now(view).complaint()).isEqualTo("Answer yes or no");
        now(view).rightField().choose(true);
        decide();
        assertThat(then(view).complaint()).isEqualTo("Say why, in 10 characters or more");
        assertThat(appeals.hear(id).orElseThrow().appeal().isOpen()).isTrue();
        test(then(view).reasonField()).setValue(WHY);
        decide();
        assertThat(Objects.requireNonNull(
                                appeals.hear(id).orElseThrow().appeal().decision())
                        .outcome())
                .isEqualTo(AppealOutcome.UPHELD);
        assertThat(text()).contains("Upheld", WHY);
    }

    @Test
    void an_overturned_verdict_leads_to_its_correction() {
        var id = opened();
        var view = show(id);
        then(view).rightField().choose(false);
        assertThat(then(view).gradeField().isVisible()).isTrue();
        then(view).gradeField().setValue(JointGrade.NONE);
        test(then(view).reasonField()).setValue(WHY);
        now(view).rightField().choose(true);
        decide();
        assertThat(text()).contains("Overturned");
        assertThat($(Anchor.class).all().stream()
                        .filter(link -> link.getText().startsWith("Correct the verdict"))
                        .map(Anchor::getHref))
                .containsExactly("judgements/%d?correct=%d".formatted(verdict.value(), id.value()));
    }

    @Test
    void an_appeal_that_is_not_there_says_so() {
        UI.getCurrent().navigate("appeals/999999999");
        assertThat($(EmptyState.class).all()).hasSize(1);
    }

    private AppealId opened() {
        return ((Opening.Opened) appeals.open(new AppealDraft(verdict, null, STATEMENT))).id();
    }

    private AppealView show(AppealId id) {
        return navigate("appeals/" + id.value(), AppealView.class);
    }

    private void decide() {
        test($(Button.class).withText("Decide").single()).click();
    }

    private static QuestionForm then(AppealView view) {
        return Objects.requireNonNull(view.thenForm());
    }

    private static QuestionForm now(AppealView view) {
        return Objects.requireNonNull(view.nowForm());
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
