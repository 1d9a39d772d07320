package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Verdicts;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.Stage;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Posts of a caption alone: the whole is the second row. */
@PersistenceTest
@ViewPackages(classes = RateView.class)
class RateViewTest extends SpringBrowserlessTest {

    private static final String READING = "Dana stinks, and the whole office knows it.";

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Queues queues;

    @Autowired
    Verdicts verdicts;

    @Autowired
    RaterNotes notes;

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
    void the_caption_is_graded_blind_and_the_whole_opens_after_it() {
        var view = open(queue(1));
        var screen = screen(view);
        assertThat(screen.grades().current()).isEqualTo(Row.CAPTION);
        view.keys().press("4");
        assertThat(screen.foot().said()).isEqualTo("Grade the caption first");
        view.keys().press("n");
        assertThat(screen.grades().choice(Row.CAPTION).chosen()).contains(Mark.NONE);
        assertThat(screen.grades().current()).isEqualTo(Row.JOINT);
        view.keys().press("b");
        assertThat(screen.grades().choice(Row.JOINT).chosen()).contains(Mark.BORDERLINE);
        assertThat(screen.composition().named()).isEqualTo("Emergent");
        view.keys().press("7");
        assertThat(screen.foot().confidence().chosen()).contains(Confidence.SURE);
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_is_submitted() {
        var view = open(queue(1));
        var screen = screen(view);
        assertThat(screen.complaints()).isEmpty();
        view.keys().press("n");
        view.keys().press("v");
        view.keys().press("ctrl+enter");
        assertThat(screen.clauses().complaint()).isEqualTo("Cite a clause for the whole");
        assertThat(screen.reading().complaint()).startsWith("Complete the sentence");
        assertThat(screen.grades().complaint()).isEmpty();
        assertThat(verdicts.mine(null, 10)).isEmpty();
        screen.clauses().picker().pick("HAR-2.1");
        assertThat(screen.clauses().complaint()).isEmpty();
    }

    @Test
    void a_finished_judgement_is_stored_and_the_next_post_comes() {
        var view = open(queue(2));
        var first = screen(view).task().lease().id();
        judge(view);
        assertThat(screen(view).task().lease().id()).isNotEqualTo(first);
        assertThat(screen(view).foot().said()).startsWith("Submitted as verdict");
        var mine = verdicts.mine(null, 10);
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().form().reading()).isEqualTo(READING);
        assertThat(mine.getFirst().form().principal()).isEqualTo("HAR-2.1");
    }

    @Test
    void nothing_of_a_post_stays_when_the_same_screen_shows_the_next() {
        var view = open(queue(2));
        var screen = screen(view);
        var fresh = screen.form();
        var client = screen.clientId();
        view.keys().press("ctrl+enter");
        assertThat(screen.complaints()).isNotEmpty();
        judge(view);
        assertThat(screen(view)).isSameAs(screen);
        assertThat(screen.form()).isEqualTo(fresh);
        assertThat(screen.clientId()).isNotEqualTo(client);
        assertThat(screen.draftRevision()).isZero();
        assertThat(screen.complaints()).isEmpty();
        assertThat(screen.reading().field().getValue()).isEmpty();
        assertThat(screen.grades().current()).isEqualTo(Row.CAPTION);
        assertThat(screen.grades().choice(Row.CAPTION).chosen()).isEmpty();
        assertThat(screen.foot().confidence().chosen()).isEmpty();
        assertThat(screen.clauses().getElement().getTextRecursively()).contains("Needed once a grade is above none");
    }

    @Test
    void fields_that_are_folded_away_show_the_next_post() {
        var view = open(queue(2));
        var folded = $(Details.class).single();
        folded.setOpened(true);
        var note = $(TextArea.class).all().stream()
                .filter(field -> "Note to the authors of the policy".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
        test(note).setValue("this clause says too little");
        judge(view);
        assertThat(verdicts.mine(null, 10).getFirst().form().noteToAuthor()).isEqualTo("this clause says too little");
        assertThat(folded.isOpened()).isFalse();
        assertThat(note.getValue()).isEmpty();
    }

    @Test
    void a_post_that_cannot_be_shown_leaves_no_screen_to_judge_it_on() {
        var view = open(queue(2));
        var broken = $(Stage.class).single().getElement().addPropertyChangeListener("post", _ -> {
            throw new IllegalStateException("broken on the way");
        });
        assertThatThrownBy(() -> judge(view)).hasMessage("broken on the way");
        assertThat(view.screen()).isEmpty();
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("The post could not be shown");
        view.keys().press("n");
        broken.remove();
        $(Button.class).withText("Take the next post").single().click();
        assertThat(screen(view).form().grades()).doesNotContainKey(Part.CAPTION);
        assertThat(verdicts.mine(null, 10)).hasSize(1);
    }

    @Test
    void a_second_click_on_the_button_of_skipping_does_not_hit_the_next_post() {
        var view = open(queue(3));
        view.keys().press("s");
        var skip = $(DeclineDialog.class).single();
        skip.choose(DeclineReason.WRONG_LANGUAGE);
        clickTwice(view, skip.confirm());
    }

    @Test
    void a_second_click_on_the_button_of_holding_does_not_hit_the_next_post() {
        var view = open(queue(3));
        view.keys().press("shift+h");
        var hold = $(HoldDialog.class).single();
        hold.say("waits for a dictionary");
        clickTwice(view, hold.confirm());
    }

    private static void clickTwice(RateView view, Button button) {
        var before = screen(view).task().lease().id();
        button.click();
        var next = screen(view).task().lease().id();
        assertThat(next).isNotEqualTo(before);
        button.click();
        assertThat(screen(view).task().lease().id()).isEqualTo(next);
    }

    @Test
    void the_last_submission_is_taken_back_and_comes_back_as_it_was() {
        var view = open(queue(1));
        judge(view);
        assertThat(view.screen()).isEmpty();
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("Nothing left for you in this queue");
        view.keys().press("z");
        assertThat(screen(view).reading().field().getValue()).isEqualTo(READING);
        assertThat(verdicts.mine(null, 10)).isEmpty();
    }

    @Test
    void a_draft_is_there_again_after_leaving() {
        var queue = queue(1);
        var view = open(queue);
        view.keys().press("v");
        screen(view).clauses().picker().pick("HAR-2.1");
        navigate("rate", RateView.class);
        var again = screen(open(queue));
        assertThat(again.grades().choice(Row.CAPTION).chosen()).contains(Mark.VIOLATING);
        assertThat(again.foot().said()).startsWith("Your draft is back");
    }

    @Test
    void a_skipped_post_is_not_offered_again() {
        var view = open(queue(1));
        view.declined(false, DeclineReason.WRONG_LANGUAGE, null);
        assertThat(view.screen()).isEmpty();
        assertThat($(Paragraph.class).all().stream().map(Paragraph::getText))
                .contains("Skipped, and passed on. 1 answer is still wanted here, from other raters: you have judged,"
                        + " passed on or hold all that you may.");
    }

    @Test
    void an_empty_queue_says_so() {
        var view = open(queue(0));
        assertThat(view.screen()).isEmpty();
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("Nothing left for you in this queue");
    }

    @Test
    void one_key_asks_the_authors_about_the_principal_clause_and_the_post() {
        var view = open(queue(1));
        var screen = screen(view);
        Stream.of("n", "v").forEach(view.keys()::press);
        screen.clauses().picker().pick("HAR-2.1");
        view.keys().press("shift+n");
        var dialog = $(NoteDialog.class).single();
        assertThat(dialog.clauseField().getValue().clauseId()).isEqualTo("HAR-2.1");
        test(dialog.sendButton()).click();
        assertThat(dialog.textField().getErrorMessage()).isEqualTo("A note says something: write a sentence");
        test(dialog.textField()).setValue("Is a first name enough?");
        test(dialog.sendButton()).click();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(notes.mine(null, 10)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Is a first name enough?");
            assertThat(note.post()).isEqualTo(screen.seen());
            assertThat(Objects.requireNonNull(note.reading().clause()).clauseId())
                    .isEqualTo("HAR-2.1");
        });
    }

    @Test
    void the_text_of_a_clause_leads_to_its_authors() {
        var view = open(queue(1));
        view.read(screen(view).task().policyVersion().clauses().getFirst());
        test($(Button.class).withText("Ask the authors").single()).click();
        assertThat($(NoteDialog.class).single().clauseField().getValue())
                .isEqualTo(screen(view).task().policyVersion().clauses().getFirst());
    }

    private void judge(RateView view) {
        var screen = screen(view);
        Stream.of("n", "v").forEach(view.keys()::press);
        screen.clauses().picker().pick("HAR-2.1");
        test(screen.reading().field()).setValue(READING);
        Stream.of("7", "ctrl+enter").forEach(view.keys()::press);
    }

    private static TaskScreen screen(RateView view) {
        return view.screen().orElseThrow();
    }

    private RateView open(QueueId queue) {
        return navigate("rate/" + queue.value(), RateView.class);
    }

    private QueueId queue(int size) {
        return accounts.runAsSystem(() -> {
            var queue = queues.create(QueueData.verdicts("rate view " + UUID.randomUUID(), "harassment", "en", 1));
            queues.add(queue, Stream.generate(this::post).limit(size).toList());
            return queue;
        });
    }

    private Subject post() {
        var data = new PostData(
                "rate-view-" + UUID.randomUUID(),
                "Love the way you smell today, Dana",
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
        return new Subject(SubjectKind.POST, put.id().value(), put.revision());
    }
}
