package org.conjoint.rereview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostId;
import org.conjoint.moderation.staleness.ChangedPolicy;
import org.conjoint.moderation.staleness.ChangedPolicy.Change;
import org.conjoint.moderation.staleness.GeneratedVerdicts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.rereview.Rereviews;
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
@ViewPackages(classes = EffectsView.class)
class EffectsViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Policies policies;

    @Autowired
    Rereviews rereviews;

    private ChangedPolicy policy;
    private PolicyVersionId target;
    private List<PostId> posts;

    @BeforeEach
    void judged() {
        People.signedIn(accounts, Role.POLICY_AUTHOR);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        policy = new ChangedPolicy(context);
        var generated = new GeneratedVerdicts(context);
        posts = generated.posts(5);
        generated.one(policy.first(), posts.get(0), "borderline", "emergent", policy.clause("2.1"));
        generated.one(policy.first(), posts.get(1), "none", "benign");
        generated.one(policy.first(), posts.get(2), "violating", "emergent", policy.clause("2.1"));
        generated.one(policy.first(), posts.get(3), "violating", "emergent", policy.clause("2.2"));
        generated.one(policy.first(), posts.get(4), "violating", "additive", policy.clause("2.2"));
        target = policy.version(
                policy.first(), Change.of("2.1", "tighten"), Change.of("2.2", "loosen"), Change.of("3.1", "editorial"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_numbers_of_a_version_stand_by_change_composition_and_language_with_a_sample() {
        open();
        var words = text($(BlastRadiusAside.class).single());
        assertThat(words)
                .contains("4of 5 verdicts go stale, 80.0 %")
                .contains("2.1 tighten" + "2 read again" + "3 kept")
                .contains("2.2 loosen" + "2 kept" + "2 read again" + "1 kept")
                .doesNotContain("editorial")
                .contains("Emergent112")
                .contains("English 4")
                .contains("4 of 4");
        assertThat(text($(SampleList.class).single()))
                .startsWith("generated-")
                .contains("emergent · " + policy.clause("2.1"));
    }

    @Test
    void a_re_review_is_planned_for_the_day_on_which_the_version_begins() {
        open();
        test(button("Plan the re-review of 4")).click();
        var dialog = $(PlanDialog.class).single();
        test(dialog.nameField()).setValue("");
        test(dialog.planButton()).click();
        assertThat(dialog.nameField().isInvalid()).isTrue();
        test(dialog.nameField()).setValue("Again because of 2.1");
        test(dialog.mostField()).setValue(3);
        test(dialog.planButton()).click();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(rereviews.of(target).orElseThrow().data().most()).isEqualTo(3);
        assertThat(text($(BlastRadiusAside.class).single()))
                .contains("Planned as “Again because of 2.1”; begins with version 1.1.0.");
        test(button("Forget it")).click();
        assertThat(rereviews.of(target)).isEmpty();
    }

    @Test
    void what_is_kept_is_counted_apart_and_can_be_ended() {
        open();
        test(button("Keep as they are …")).click();
        var dialog = $(KeepDialog.class).single();
        test(dialog.keepButton()).click();
        assertThat(dialog.reasonField().isInvalid()).isTrue();
        dialog.clauseField()
                .setValue(dialog.clauseField()
                        .getListDataView()
                        .getItems()
                        .filter(effect -> effect.change().clauseId().equals(policy.clause("2.2")))
                        .findFirst()
                        .orElseThrow());
        test(dialog.reasonField()).setValue("Nobody was punished");
        test(dialog.keepButton()).click();
        assertThat(text($(BlastRadiusAside.class).single()))
                .contains("2of 5 verdicts go stale")
                .contains("2 more are kept on purpose.")
                .contains("2 kept on purpose")
                .contains("Nobody was punished");
        test(button("End")).click();
        assertThat(text($(BlastRadiusAside.class).single())).contains("4of 5 verdicts go stale");
    }

    @Test
    void an_address_without_a_version_says_so() {
        UI.getCurrent().navigate("policies/nothing-here/effects");
        assertThat(text($(EmptyState.class).single())).contains("No such version");
    }

    private void open() {
        var slug = policies.version(target, "en").orElseThrow().slug();
        UI.getCurrent().navigate("policies/%s/effects".formatted(slug), QueryParameters.fromString("version=1.1.0"));
    }

    private Button button(String words) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
