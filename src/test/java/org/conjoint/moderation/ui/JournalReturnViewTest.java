package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.media.MediaId;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.Verdicts;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a browser kept and hands to the screen of the same post. */
@PersistenceTest
@ViewPackages(classes = RateView.class)
class JournalReturnViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Queues queues;

    @Autowired
    Verdicts verdicts;

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
    void entries_are_written_into_the_form_in_their_order_and_the_clause_explains_the_grade_before_it() {
        var merged =
                merge("grade.caption=n", "grade.joint=v", "clause=HAR-2.1", "reading=Dana stinks", "confidence=fairly");
        assertThat(merged.taken()).isEqualTo(5);
        assertThat(merged.form().grades()).containsEntry(Part.CAPTION, PartGrade.NONE);
        assertThat(merged.form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(merged.form().jointClauses()).containsExactly("HAR-2.1");
        assertThat(merged.form().principal()).isEqualTo("HAR-2.1");
        assertThat(merged.form().reading()).isEqualTo("Dana stinks");
        assertThat(merged.form().confidence()).isEqualTo(Confidence.FAIRLY);
    }

    @Test
    void what_is_not_open_yet_not_in_the_policy_or_no_answer_at_all_is_left_out() {
        var merged = merge(
                "grade.joint=v",
                "grade.image=n",
                "grade.caption=x",
                "clause=NONE-1",
                "pair.nothing=yes",
                "evidence={",
                "stance=sideways",
                "another=1",
                "reading=" + "x".repeat(5000));
        assertThat(merged.taken()).isZero();
        assertThat(merged.form()).isEqualTo(screenForm());
    }

    @Test
    void an_early_stop_is_written_only_where_no_context_defuses_the_clause() {
        var queue = queue("self-harm", new MediaId("ab".repeat(32)));
        var stopped = merge(queue, "grade.caption=v", "clause=SLF-1.3", "stop=caption");
        assertThat(stopped.form().stoppedEarly()).isTrue();
        assertThat(stopped.form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(stopped.form().grades()).containsEntry(Part.IMAGE, PartGrade.NOT_VIEWED);
        var lookedOn = merge(queue, "grade.caption=v", "clause=SLF-1.3", "stop=caption", "stop=");
        assertThat(lookedOn.form().stoppedEarly()).isFalse();
        assertThat(lookedOn.form().joint()).isNull();
        var refused = merge(queue, "grade.caption=v", "clause=SLF-1.1", "stop=caption");
        assertThat(refused.taken()).isEqualTo(2);
        assertThat(refused.form().stoppedEarly()).isFalse();
    }

    @Test
    void an_early_stop_that_had_arrived_already_is_taken_as_it_stands() {
        var queue = queue("self-harm", new MediaId("ab".repeat(32)));
        var task = open(queue).screen().orElseThrow().task();
        var stopped = merge(task, task.draft(), "grade.caption=v", "clause=SLF-1.3", "stop=caption");
        var again = merge(task, stopped.form(), "grade.caption=v", "stop=caption");
        assertThat(again).isEqualTo(new JournalMerge.Merged(stopped.form(), 2));
        assertThat(merge(task, stopped.form(), "stop=image", "stop=joint", "stop=nothing"))
                .isEqualTo(new JournalMerge.Merged(stopped.form(), 0));
        var lookedOn = merge(task, stopped.form(), "stop=");
        assertThat(merge(task, lookedOn.form(), "stop=")).isEqualTo(new JournalMerge.Merged(lookedOn.form(), 1));
    }

    @Test
    void a_journal_that_is_no_journal_is_no_work() {
        assertThat(JournalEntries.read("{")).isEmpty();
        assertThat(JournalEntries.read("[{\"lease\":\"x\",\"client\":\"y\"}]")).isEmpty();
    }

    @Test
    void a_journal_tells_answers_from_the_sending_of_them() {
        var client = UUID.randomUUID();
        var read = JournalEntries.read(
                "[{\"lease\":\"7\",\"base\":3,\"client\":\"%s\",\"entries\":[{\"seq\":1,\"field\":\"reading\",\"value\":\"a\"},{\"seq\":2,\"field\":\"submit\",\"value\":\"\"}]}]"
                        .formatted(client));
        assertThat(read).singleElement().satisfies(journal -> {
            assertThat(journal.base()).isEqualTo(3);
            assertThat(journal.clientId()).isEqualTo(client);
            assertThat(journal.entries()).containsExactly(new JournalEntries.Entry("reading", "a"));
            assertThat(journal.submitted()).isTrue();
        });
    }

    @Test
    void only_what_differs_between_two_forms_is_shown() {
        var mine = VerdictForm.builder()
                .joint(JointGrade.VIOLATING)
                .reading("the same")
                .build();
        var theirs =
                VerdictForm.builder().joint(JointGrade.NONE).reading("the same").build();
        assertThat(FormDifference.of(mine, theirs))
                .containsExactly(new FormDifference.Line("Together", "Violating", "None"));
        assertThat(FormDifference.of(mine, mine)).isEmpty();
    }

    @Test
    void the_side_that_is_chosen_stands_as_the_draft() {
        var view = open(queue());
        var screen = view.screen().orElseThrow();
        var lease = screen.task().lease().id();
        view.keys().press("n");
        var other = VerdictForm.builder().reading("of the other window").build();
        verdicts.saveDraft(lease, view.screen().orElseThrow().draftRevision(), other);
        view.keys().press("b");
        $(BothSidesDialog.class).single().takeButton().click();
        assertThat(view.screen().orElseThrow().form().reading()).isEqualTo("of the other window");
    }

    @Test
    void a_held_post_is_listed_above_the_queues_with_its_reason() {
        var view = open(queue());
        view.held("waits for a dictionary");
        navigate("rate", RateView.class);
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("1 post held by you");
        assertThat($(HeldPosts.class).single().getElement().getTextRecursively())
                .contains("waits for a dictionary");
    }

    private JournalMerge.Merged merge(String... entries) {
        return merge(queue(), entries);
    }

    private JournalMerge.Merged merge(QueueId queue, String... entries) {
        var task = open(queue).screen().orElseThrow().task();
        return merge(task, task.draft(), entries);
    }

    private static JournalMerge.Merged merge(RatingTask.Judge task, VerdictForm begun, String... entries) {
        var all = Stream.of(entries)
                .map(entry -> entry.split("=", 2))
                .map(entry -> new JournalEntries.Entry(entry[0], entry[1]))
                .toList();
        return JournalMerge.merge(task, begun, new JournalEntries(task.lease().id(), 0, UUID.randomUUID(), all, false));
    }

    private VerdictForm screenForm() {
        return open(queue()).screen().orElseThrow().form();
    }

    private RateView open(QueueId queue) {
        return navigate("rate/" + queue.value(), RateView.class);
    }

    private QueueId queue() {
        return queue("harassment", null);
    }

    private QueueId queue(String policy, @Nullable MediaId image) {
        return accounts.runAsSystem(() -> {
            var queue = queues.create(QueueData.verdicts("journal " + UUID.randomUUID(), policy, "en", 1));
            queues.add(queue, List.of(post(image)));
            return queue;
        });
    }

    private Subject post(@Nullable MediaId image) {
        var data = new PostData(
                "journal-" + UUID.randomUUID(),
                "Love the way you smell today, Dana",
                null,
                "en",
                "@parkside_anna",
                null,
                "test",
                image,
                null,
                null,
                null);
        var put = posts.putAll(List.of(data)).getFirst();
        return new Subject(SubjectKind.POST, put.id().value(), put.revision());
    }
}
