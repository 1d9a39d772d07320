package org.conjoint.guidance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.guidance.InterpretationDraft;
import org.conjoint.guidance.InterpretationFilter;
import org.conjoint.guidance.InterpretationState;
import org.conjoint.guidance.Interpretations;
import org.conjoint.guidance.NoteDraft;
import org.conjoint.guidance.NoteFilter;
import org.conjoint.guidance.NoteId;
import org.conjoint.guidance.NoteOutcome;
import org.conjoint.guidance.NoteState;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = NotesView.class)
class GuidanceViewTest extends SpringBrowserlessTest {

    private static final String QUESTION = "Is a first name enough?";

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    RaterNotes notes;

    @Autowired
    Interpretations interpretations;

    @Autowired
    ApplicationContext context;

    private TestPolicy policy;
    private PostAt post;
    private String postName;

    @BeforeEach
    void aPolicyAndAPost() {
        policy = new TestPolicy(context);
        postName = "guided-" + UUID.randomUUID();
        var put = accounts.runAsSystem(() ->
                posts.put(new PostData(postName, "Dana again", null, "en", null, null, null, null, null, null, null)));
        post = new PostAt(put.id(), put.revision());
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_author_answers_a_note_in_its_place_and_it_is_open_no_more() {
        var id = sent(People.person(accounts, Role.RATER));
        People.signedIn(accounts, Role.POLICY_AUTHOR);
        openNotes();
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card)
                        .contains(policy.clause("2.1"), "Degrading a private person", QUESTION, postName, "Open"));
        test($(Button.class).withText("Answer").single()).click();
        var box = $(AnswerBox.class).single();
        test(box.sendButton()).click();
        assertThat(box.textField().getErrorMessage()).isEqualTo("An answer says something: write a sentence");
        test(box.textField()).setValue("Yes, where those who know her read it");
        test(box.sendButton()).click();
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card).contains("Yes, where those who know her read it", "Answered"));
        assertThat(notes.find(id).orElseThrow().state()).isEqualTo(NoteState.ANSWERED);
        openNotes();
        assertThat(cards()).isEmpty();
    }

    @Test
    void the_sender_finds_the_answer_marked_as_new_once() {
        var ana = People.signedIn(accounts, Role.RATER);
        var id = sent(ana);
        var author = People.person(accounts, Role.POLICY_AUTHOR);
        accounts.runAs(author, () -> notes.answer(id, "It is"));
        navigate("notes", MyNotesView.class);
        assertThat(cards()).singleElement().satisfies(card -> assertThat(card).contains("New answer", "It is"));
        assertThat(notes.unread()).isZero();
        navigate("notes", MyNotesView.class);
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card).contains("It is").doesNotContain("New answer"));
    }

    @Test
    void one_who_sent_nothing_is_told_how() {
        People.signedIn(accounts, Role.RATER);
        navigate("notes", MyNotesView.class);
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("You have sent no note yet");
    }

    @Test
    void an_author_who_does_not_judge_comes_to_the_notes_of_raters() {
        People.signedIn(accounts, Role.POLICY_AUTHOR);
        UI.getCurrent().navigate("notes");
        assertThat(getCurrentView()).isInstanceOf(NotesView.class);
    }

    @Test
    void an_interpretation_is_made_from_a_note_and_answers_it() {
        var id = sent(People.person(accounts, Role.RATER));
        People.signedIn(accounts, Role.POLICY_AUTHOR);
        openNotes();
        test($(Button.class).withText("Write an interpretation").single()).click();
        var dialog = $(InterpretationDialog.class).single();
        assertThat(dialog.clauseField().getValue().clauseId()).isEqualTo(policy.clause("2.1"));
        assertThat(dialog.postField().getValue()).isEqualTo(postName);
        test(dialog.textField()).setValue("A first name is enough where all who read it know her.");
        test(dialog.writeButton()).click();
        assertThat(notes.find(id).orElseThrow().state()).isEqualTo(NoteState.ANSWERED);
        assertThat(interpretations.page(new InterpretationFilter(null, policy.slug(), null), null, 10))
                .singleElement()
                .satisfies(written -> assertThat(written.note()).isEqualTo(id));
        assertThat(notes.page(new NoteFilter(NoteState.OPEN, policy.slug(), null), null, 10))
                .isEmpty();
    }

    @Test
    void an_interpretation_is_written_listed_and_rejected_with_a_reason() {
        People.signedIn(accounts, Role.QUALITY_LEAD);
        openInterpretations("OPEN");
        test($(Button.class).withText("Write an interpretation").single()).click();
        var dialog = $(InterpretationDialog.class).single();
        test(dialog.writeButton()).click();
        assertThat(dialog.policyField().getErrorMessage()).isEqualTo("Choose a policy");
        dialog.policyField()
                .setValue(dialog.policyField()
                        .getListDataView()
                        .getItems()
                        .filter(version -> version.slug().equals(policy.slug()))
                        .findFirst()
                        .orElseThrow());
        dialog.clauseField()
                .setValue(dialog.policyField()
                        .getValue()
                        .clause(policy.clause("2.1"))
                        .orElseThrow());
        test(dialog.postField()).setValue("no such post");
        test(dialog.textField()).setValue("A first name is enough where all who read it know her.");
        test(dialog.writeButton()).click();
        assertThat(dialog.postField().getErrorMessage()).startsWith("There is no post with this id");
        test(dialog.postField()).setValue(postName);
        test(dialog.writeButton()).click();
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card)
                        .contains("A first name is enough where all who read it know her.", postName, "Open"));
        test($(Button.class).withText("Reject").single()).click();
        var settle = $(SettleDialog.class).single();
        test(settle.settleButton()).click();
        assertThat(settle.reasonField().getErrorMessage()).startsWith("Say in 10 to 1,000 characters");
        test(settle.reasonField()).setValue("A first name alone names nobody");
        test(settle.settleButton()).click();
        openInterpretations("REJECTED");
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card).contains("Rejected", "A first name alone names nobody"));
    }

    @Test
    void an_interpretation_is_folded_into_another_version() {
        var later = policy.later();
        People.signedIn(accounts, Role.POLICY_AUTHOR);
        interpretations.write(new InterpretationDraft(
                policy.first(), "en", policy.clause("2.2"), post.id(), null, "A death is any death."));
        openInterpretations("OPEN");
        test($(Button.class).withText("Fold into a version").single()).click();
        var settle = $(SettleDialog.class).single();
        assertThat(settle.versionField().getListDataView().getItems().toList())
                .singleElement()
                .satisfies(version -> assertThat(version.version()).isEqualTo(later));
        settle.versionField().setValue(settle.versionField().getListDataView().getItem(0));
        test(settle.settleButton()).click();
        assertThat(interpretations.page(
                        new InterpretationFilter(InterpretationState.FOLDED, policy.slug(), null), null, 10))
                .hasSize(1);
        openInterpretations("FOLDED");
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card).contains("Folded into Harassment and hate 1.1.0"));
    }

    @Test
    void a_rater_reads_interpretations_but_settles_none() {
        var author = People.person(accounts, Role.POLICY_AUTHOR);
        accounts.runAs(
                author,
                () -> interpretations.write(new InterpretationDraft(
                        policy.first(), "en", policy.clause("2.1"), post.id(), null, "A first name is enough.")));
        People.signedIn(accounts, Role.RATER);
        openInterpretations("OPEN");
        assertThat(cards()).hasSize(1);
        assertThat($(Button.class).withText("Reject").all()).isEmpty();
    }

    private void openNotes() {
        UI.getCurrent().navigate("policies/notes", QueryParameters.simple(Map.of("policy", policy.slug())));
    }

    private void openInterpretations(String state) {
        UI.getCurrent()
                .navigate(
                        "policies/interpretations",
                        QueryParameters.simple(Map.of("policy", policy.slug(), "state", state)));
    }

    private NoteId sent(UserId sender) {
        var draft = new NoteDraft(policy.first(), "en", policy.clause("2.1"), post, QUESTION);
        return ((NoteOutcome.Done) accounts.runAs(sender, () -> notes.send(draft))).id();
    }

    private List<String> cards() {
        return getCurrentView()
                .getElement()
                .getComponent()
                .orElseThrow()
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(card -> card instanceof NoteCard || card instanceof InterpretationCard)
                .map(card -> card.getElement().getTextRecursively())
                .toList();
    }
}
