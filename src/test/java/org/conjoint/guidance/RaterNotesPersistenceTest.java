package org.conjoint.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Policies;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.Statements;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class RaterNotesPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Policies policies;

    @Autowired
    RaterNotes notes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext context;

    private TestPolicy policy;
    private UserId ana;
    private UserId author;
    private PostAt post;

    @BeforeEach
    void aPolicyAndItsPeople() {
        policy = new TestPolicy(context);
        ana = People.person(accounts, Role.RATER);
        author = People.person(accounts, Role.POLICY_AUTHOR);
        var put = accounts.runAsSystem(() -> posts.put(new PostData(
                "note-" + UUID.randomUUID(), "Dana again", null, "en", null, null, null, null, null, null, null)));
        post = new PostAt(put.id(), put.revision());
    }

    @Test
    void a_note_names_the_wording_that_its_sender_saw_and_the_post_at_hand() {
        var id = sent(draft("2.1", "  Does a first name alone count?  "));
        var note = found(id);
        var clause = clause(policy.clause("2.1"));
        assertThat(note.text()).isEqualTo("Does a first name alone count?");
        assertThat(note.sender()).isEqualTo(ana);
        assertThat(note.post()).isEqualTo(post);
        assertThat(note.state()).isEqualTo(NoteState.OPEN);
        assertThat(note.reading()).isEqualTo(new Reading(policy.slug(), policy.first(), "en", Wording.of(clause)));
    }

    @Test
    void a_note_may_be_about_the_policy_as_a_whole() {
        var id = sent(new NoteDraft(policy.first(), "en", null, post, "Nothing says what to do with old posts"));
        assertThat(found(id).reading().clause()).isNull();
    }

    @Test
    void a_note_that_says_nothing_or_too_much_or_names_what_is_not_there_is_refused_with_words() {
        assertThat(send(draft("2.1", " ")))
                .isEqualTo(new NoteOutcome.Refused("A note says something: write a sentence"));
        assertThat(send(draft("2.1", "x".repeat(2001))))
                .isEqualTo(new NoteOutcome.Refused("A note has at most 2,000 characters"));
        assertThat(send(draft("9.9", "What of this?")))
                .isEqualTo(new NoteOutcome.Refused(
                        "This version of the policy has no clause %s".formatted(policy.clause("9.9"))));
        assertThat(send(new NoteDraft(policy.first(), "en", null, new PostAt(post.id(), 99), "What of this revision?")))
                .isEqualTo(new NoteOutcome.Refused("There is no such post"));
        assertThat(mine()).isEmpty();
    }

    @Test
    void answers_follow_one_another_and_are_unread_until_the_sender_has_seen_them() {
        var id = sent(draft("2.1", "Does a first name alone count?"));
        assertThat(as(ana, notes::unread)).isZero();
        as(author, () -> notes.answer(id, "Yes, where those who know her read it"));
        as(author, () -> notes.answer(id, "The next version says so"));
        var answered = mine().getFirst();
        assertThat(answered.state()).isEqualTo(NoteState.ANSWERED);
        assertThat(answered.answers())
                .extracting(RaterNote.NoteAnswer::text)
                .containsExactly("Yes, where those who know her read it", "The next version says so");
        assertThat(answered.unread()).isEqualTo(2);
        assertThat(as(ana, notes::unread)).isEqualTo(1);
        as(People.person(accounts, Role.RATER), () -> {
            notes.read(List.of(id));
            return id;
        });
        assertThat(as(ana, notes::unread)).isEqualTo(1);
        as(ana, () -> {
            notes.read(List.of(id));
            return id;
        });
        assertThat(as(ana, notes::unread)).isZero();
        assertThat(mine().getFirst().unread()).isZero();
    }

    @Test
    void a_closed_note_is_open_no_more_and_a_later_answer_opens_the_talk_again() {
        var id = sent(draft("2.1", "Does a first name alone count?"));
        as(author, () -> notes.close(id));
        assertThat(found(id).state()).isEqualTo(NoteState.CLOSED);
        assertThat(page(new NoteFilter(NoteState.OPEN, policy.slug(), null))).isEmpty();
        as(author, () -> notes.answer(id, "It does"));
        assertThat(found(id).state()).isEqualTo(NoteState.ANSWERED);
    }

    @Test
    void authors_read_all_notes_by_state_policy_and_clause_and_raters_only_their_own() {
        var first = sent(draft("2.1", "One"));
        var second = sent(draft("2.2", "Two"));
        var third = sent(draft("2.1", "Three"));
        as(author, () -> notes.answer(second, "Answered"));
        assertThat(page(new NoteFilter(null, policy.slug(), null)))
                .extracting(RaterNote::id)
                .containsExactly(third, second, first);
        assertThat(page(new NoteFilter(null, policy.slug(), policy.clause("2.1"))))
                .extracting(RaterNote::id)
                .containsExactly(third, first);
        assertThat(page(new NoteFilter(NoteState.ANSWERED, policy.slug(), null)))
                .extracting(RaterNote::id)
                .containsExactly(second);
        assertThat(as(author, () -> notes.page(new NoteFilter(null, policy.slug(), null), second, 10)))
                .extracting(RaterNote::id)
                .containsExactly(first);
        assertThat(as(author, () -> notes.mine(null, 10))).isEmpty();
        assertThatThrownBy(() -> as(ana, () -> notes.page(NoteFilter.OPEN, null, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(ana, () -> notes.answer(first, "I answer myself")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_page_of_notes_with_all_answers_is_read_in_one_statement() {
        for (var i = 0; i < 5; i++) {
            var id = sent(draft("2.1", "Question " + i));
            as(author, () -> notes.answer(id, "Answer"));
        }
        var filter = new NoteFilter(null, policy.slug(), null);
        var sent = as(
                author,
                () -> Statements.of(
                        db, () -> assertThat(notes.page(filter, null, 10)).hasSize(5)));
        assertThat(sent).hasSize(1);
    }

    @Test
    void the_note_of_a_verdict_is_taken_once_and_another_takes_the_place_of_what_nobody_answered() {
        var verdict = Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8);
        record(verdict, "Is this about Dana?");
        record(verdict, "Is this about Dana?");
        assertThat(mine()).hasSize(1);
        record(verdict, "Is this about her at all?");
        var standing = mine();
        assertThat(standing).extracting(RaterNote::text).containsExactly("Is this about her at all?");
        assertThat(standing.getFirst().verdict()).isEqualTo(verdict);
        as(author, () -> notes.answer(standing.getFirst().id(), "It is"));
        record(verdict, "And who is meant?");
        assertThat(mine())
                .extracting(RaterNote::text)
                .containsExactly("And who is meant?", "Is this about her at all?");
        transaction.executeWithoutResult(_ -> withdraw(verdict));
        assertThat(mine()).extracting(RaterNote::text).containsExactly("Is this about her at all?");
    }

    private void withdraw(long verdict) {
        as(ana, () -> {
            notes.withdraw(verdict);
            return verdict;
        });
    }

    private void record(long verdict, String text) {
        transaction.executeWithoutResult(_ -> as(ana, () -> {
            notes.withVerdict(new VerdictNote(verdict, ana, draft("2.1", text)));
            return verdict;
        }));
    }

    private NoteDraft draft(String clause, String text) {
        return new NoteDraft(policy.first(), "en", policy.clause(clause), post, text);
    }

    private NoteOutcome send(NoteDraft draft) {
        return as(ana, () -> notes.send(draft));
    }

    private NoteId sent(NoteDraft draft) {
        return ((NoteOutcome.Done) send(draft)).id();
    }

    private RaterNote found(NoteId id) {
        return as(author, () -> notes.find(id)).orElseThrow();
    }

    private List<RaterNote> page(NoteFilter filter) {
        return as(author, () -> notes.page(filter, null, 10));
    }

    private List<RaterNote> mine() {
        return as(ana, () -> notes.mine(null, 10));
    }

    private Clause clause(String clauseId) {
        return as(ana, () -> policies.version(policy.first(), "en"))
                .orElseThrow()
                .clause(clauseId)
                .orElseThrow();
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
