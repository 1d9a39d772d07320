package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.testing.Forms.benign;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Confidence;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.KeptVerdicts;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.RatingTasks;
import org.conjoint.moderation.VerdictCorrection;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.Leases;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = JudgementsView.class)
class JudgementsViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    RatingTasks tasks;

    @Autowired
    Verdicts verdicts;

    @Autowired
    KeptVerdicts keptVerdicts;

    @BeforeEach
    void signIn() {
        People.signedIn(accounts, Role.RATER);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_correction_without_a_reason_is_refused_beside_the_field_and_nothing_is_written() {
        var judged = judged();
        var correction = correction(judged);
        correction.foot().reasonField().setValue("  ");
        test(correction.foot().storeButton()).click();
        assertThat(correction.foot().reasonField().isInvalid()).isTrue();
        assertThat(correction.foot().reasonField().getErrorMessage()).isEqualTo("Say why it is corrected");
        assertThat(correction.foot().said()).isEqualTo("Say why it is corrected");
        assertThat(verdicts.find(judged).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void a_correction_that_changes_nothing_is_refused_and_the_screen_says_so() {
        var judged = judged();
        var correction = correction(judged);
        test(correction.foot().reasonField()).setValue("I had missed the irony");
        test(correction.foot().storeButton()).click();
        assertThat(correction.foot().said()).isEqualTo("Nothing is changed: change an answer, or leave it as it is");
        assertThat(verdicts.find(judged).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void a_correction_is_a_new_revision_and_is_read_at_once() {
        var judged = judged();
        var correction = correction(judged);
        correction.foot().confidence().choose(Confidence.GUESS);
        test(correction.foot().reasonField()).setValue("I had missed the irony");
        test(correction.foot().storeButton()).click();
        assertThat(verdicts.find(judged).orElseThrow().revision()).isEqualTo(2);
        assertThat($(JudgementRecord.class).all()).hasSize(1);
        assertThat($(CorrectionScreen.class).all()).isEmpty();
    }

    @Test
    void a_correction_over_another_one_writes_nothing_and_says_so() {
        var judged = judged();
        var correction = correction(judged);
        var other = new VerdictCorrection(
                UUID.randomUUID(),
                judged,
                1,
                benign().toBuilder().confidence(Confidence.FAIRLY).build(),
                "In another window");
        assertThat(verdicts.correct(other)).isInstanceOf(VerdictOutcome.Stored.class);
        test(correction.foot().reasonField()).setValue("I had missed the irony");
        test(correction.foot().storeButton()).click();
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("This verdict was corrected meanwhile");
        assertThat(verdicts.find(judged).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void an_answer_that_came_too_late_is_listed_as_kept() {
        var task = task();
        leases.skip(task.lease().id(), DeclineReason.OTHER, null);
        assertThat(submit(task)).isInstanceOf(VerdictOutcome.LeaseGone.class);
        navigate("judgements", JudgementsView.class);
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("Kept, but not counted");
        assertThat(keptVerdicts.mine(10)).singleElement().satisfies(kept -> {
            assertThat(kept.form()).isEqualTo(benign());
            assertThat(kept.post()).isEqualTo(task.post().id());
        });
    }

    @Test
    void a_kept_answer_is_shown_beside_what_stands_and_can_be_judged_again() {
        var task = task();
        leases.release(task.lease().id());
        assertThat(submit(task)).isInstanceOf(VerdictOutcome.LeaseGone.class);
        navigate("judgements", JudgementsView.class);
        test($(Button.class).withText("See both sides").single()).click();
        assertThat($(H3.class).all().stream().map(H3::getText)).containsExactly("Your answer", "What stands now");
        assertThat($(Paragraph.class).all().stream().map(Paragraph::getText))
                .contains("What you cite reads as it did.", "Nobody else has answered this post.");
        test($(KeptDialog.class).single().againButton()).click();
        var screen = ((RateView) getCurrentView()).screen().orElseThrow();
        assertThat(screen.grades().choice(Row.CAPTION).chosen()).contains(Mark.NONE);
        assertThat(leases.inHand())
                .singleElement()
                .satisfies(
                        lease -> assertThat(lease.item()).isEqualTo(task.lease().item()));
    }

    @Test
    void a_kept_answer_that_cannot_be_given_again_says_why() {
        var task = task();
        leases.skip(task.lease().id(), DeclineReason.OTHER, null);
        assertThat(submit(task)).isInstanceOf(VerdictOutcome.LeaseGone.class);
        navigate("judgements", JudgementsView.class);
        test($(Button.class).withText("See both sides").single()).click();
        var dialog = $(KeptDialog.class).single();
        assertThat(dialog.said())
                .isEqualTo("It cannot be given again. You have passed this post on, and it went to others.");
        assertThat(dialog.againButton().isVisible()).isFalse();
    }

    private CorrectionScreen correction(VerdictId judged) {
        var view = navigate("judgements/" + judged.value(), JudgementsView.class);
        test($(Button.class).withText("Correct").single()).click();
        return view.correction().orElseThrow();
    }

    private VerdictId judged() {
        return ((VerdictOutcome.Stored) submit(task())).id();
    }

    private VerdictOutcome submit(RatingTask.Judge task) {
        return verdicts.submit(new VerdictSubmission(
                UUID.randomUUID(), task.lease().id(), task.policyVersion().id(), benign(), Attention.of(1_000)));
    }

    private RatingTask.Judge task() {
        return (RatingTask.Judge) tasks.next(accounts.runAsSystem(() -> {
            var queue = queues.create(QueueData.verdicts("judgements " + UUID.randomUUID(), "harassment", "en", 1));
            var data = new PostData(
                    "judgements-" + UUID.randomUUID(),
                    "See everyone at lunch",
                    null,
                    "en",
                    "@parkside_anna",
                    null,
                    "test",
                    null,
                    null,
                    null,
                    null);
            var put = posts.putAll(List.of(data)).getFirst();
            queues.add(queue, List.of(new Subject(SubjectKind.POST, put.id().value(), put.revision())));
            return queue;
        }));
    }
}
