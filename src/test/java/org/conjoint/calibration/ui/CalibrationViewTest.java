package org.conjoint.calibration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.calibration.RoundPlan;
import org.conjoint.calibration.Rounds;
import org.conjoint.meaning.JointGrade;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.testing.Forms;
import org.conjoint.testing.Panels;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.EmptyState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = CalibrationView.class)
class CalibrationViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Rounds rounds;

    private TestPolicy policy;
    private PolicyVersionId version;
    private Panels panels;

    @BeforeEach
    void signIn() {
        policy = new TestPolicy(context);
        panels = new Panels(context);
        People.signedIn(accounts, Role.QUALITY_LEAD);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        version = policy.later();
        lifecycle.review(version);
        lifecycle.confirmKind(version, policy.clause("2.2"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_version_in_review_says_when_a_panel_can_be_opened() {
        open();
        assertThat(text($(EmptyState.class).single())).contains("once the version is out of review");
    }

    @Test
    void a_panel_is_opened_judged_and_closed_and_the_gate_opens() {
        lifecycle.calibrate(version);
        panels.judged(policy.slug(), 30, _ -> Forms.together(JointGrade.BORDERLINE, policy.clause("2.1")));
        open();
        test($(IntegerField.class).all().getFirst()).setValue(20);
        press("Open the panel");
        assertThat($(OpenPanelForm.class).exists()).isFalse();
        assertThat(text($(PanelCard.class).single()))
                .contains("0 of 80 answers")
                .contains("open");
        press("Close the panel");
        assertThat($(Notification.class).last()).isNotNull();
        var round = rounds.of(version).getFirst();
        panels.judge(round.newText(), 2, Panels.alternating(policy.clause("2.1")));
        panels.judge(round.oldText(), 2, _ -> Forms.together(JointGrade.BORDERLINE, policy.clause("2.1")));
        open();
        press("Close the panel");
        var card = $(PanelCard.class).single();
        assertThat(text(card)).contains("Closed");
        assertThat(flips()).hasSize(20).contains("up", "down");
        assertThat(text($(GateSection.class).single()))
                .contains("1.00 (1.00–1.00) ✓")
                .contains("Shadow panel 10 of 20 up, 10 down");
        assertThat(text((Component) getCurrentView())).contains("Nothing hinders this version from being scheduled.");
        @SuppressWarnings("unchecked")
        Select<PanelCard.Shown> shown = $(Select.class).all().stream()
                .filter(each -> each.hasClassName("panel-shown"))
                .findFirst()
                .orElseThrow();
        shown.setValue(PanelCard.Shown.UP);
        assertThat(flips()).hasSize(10).containsOnly("up");
    }

    @Test
    void a_panel_that_cannot_be_opened_says_why() {
        lifecycle.calibrate(version);
        open();
        press("Open the panel");
        assertThat($(OpenPanelForm.class).exists()).isTrue();
        assertThat(rounds.of(version)).isEmpty();
    }

    @Test
    void a_reading_of_the_gate_says_all_in_a_sentence() {
        lifecycle.calibrate(version);
        panels.judged(policy.slug(), 20, _ -> Forms.benign());
        var plan = new RoundPlan(version, "en", 20, 2, 1);
        rounds.open(plan);
        var round = rounds.of(version).getFirst();
        panels.judge(round.newText(), 2, _ -> Forms.benign());
        rounds.close(round.id());
        open();
        assertThat($(GateReading.class).all().getFirst().getElement().getAttribute("aria-label"))
                .isEqualTo("All clauses: α is undefined, because all answers on 20 posts are the same");
    }

    private List<String> flips() {
        return $(ListItem.class).all().stream()
                .filter(row -> row.getElement().hasAttribute("data-flip"))
                .map(row -> row.getElement().getAttribute("data-flip"))
                .toList();
    }

    private void open() {
        UI.getCurrent()
                .navigate("policies/%s/calibration".formatted(policy.slug()), QueryParameters.of("version", "1.1.0"));
    }

    private void press(String words) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
