package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;
import static org.conjoint.testing.Forms.CLAUSE;
import static org.conjoint.testing.Forms.benign;
import static org.conjoint.testing.Forms.violating;

import java.util.List;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostAt;
import org.conjoint.guidance.RaterNote;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PersistenceTest
class NotesToAuthorsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    RaterNotes notes;

    @Autowired
    Verdicts verdicts;

    @Autowired
    ApplicationContext context;

    private Judging judging;
    private UserId ana;

    @BeforeEach
    void people() {
        judging = new Judging(context);
        ana = judging.rater();
    }

    @Test
    void the_note_of_a_verdict_goes_to_the_authors_with_its_principal_clause_and_wording() {
        var task = judging.next(ana, judging.queue(1, "en", 1));
        var id = stored(judging.submit(ana, task, noting(violating(), "Is a first name enough?")))
                .id();
        var clause = task.policyVersion().clause(CLAUSE).orElseThrow();
        assertThat(mine()).singleElement().satisfies(note -> {
            assertThat(note.verdict()).isEqualTo(id.value());
            assertThat(note.sender()).isEqualTo(ana);
            assertThat(note.post())
                    .isEqualTo(new PostAt(task.post().id(), task.post().revision()));
            assertThat(note.reading().clause()).isNotNull().satisfies(wording -> {
                assertThat(wording.clauseId()).isEqualTo(CLAUSE);
                assertThat(wording.version()).isEqualTo(clause.id());
                assertThat(wording.textHash()).isEqualTo(clause.textHash());
            });
        });
    }

    @Test
    void the_note_of_a_verdict_without_a_clause_is_about_the_whole_policy() {
        submit(noting(benign(), "Why is this in the queue?"));
        assertThat(mine())
                .singleElement()
                .satisfies(note -> assertThat(note.reading().clause()).isNull());
    }

    @Test
    void a_verdict_that_is_refused_sends_no_note() {
        var task = judging.next(ana, judging.queue(1, "en", 1));
        var unfinished = noting(violating().toBuilder().reading(null).build(), "Is a first name enough?");
        assertThat(judging.submit(ana, task, unfinished)).isInstanceOf(VerdictOutcome.Invalid.class);
        assertThat(mine()).isEmpty();
    }

    @Test
    void a_repeated_submission_sends_its_note_once() {
        var task = judging.next(ana, judging.queue(1, "en", 1));
        var client = UUID.randomUUID();
        var form = noting(violating(), "Is a first name enough?");
        judging.submit(ana, task, form, client);
        assertThat(judging.submit(ana, task, form, client)).isInstanceOf(VerdictOutcome.Repeated.class);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void taking_a_verdict_back_withdraws_its_note_and_sending_it_again_sends_the_note_again() {
        var task = judging.next(ana, judging.queue(1, "en", 1));
        var form = noting(violating(), "Is a first name enough?");
        judging.submit(ana, task, form);
        judging.as(ana, verdicts::undoLast);
        assertThat(mine()).isEmpty();
        stored(judging.submit(ana, task, form));
        assertThat(mine()).hasSize(1);
    }

    @Test
    void a_correction_that_keeps_the_note_sends_nothing_and_one_that_drops_it_withdraws_it() {
        var id = submit(noting(violating(), "Is a first name enough?"));
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        var other = noting(
                violating().toBuilder()
                        .reading("Dana smells, and all shall know")
                        .build(),
                "Is a first name enough?");
        stored(judging.correct(lead, new VerdictCorrection(UUID.randomUUID(), id, 1, other, "It is plain")));
        assertThat(mine())
                .singleElement()
                .satisfies(note -> assertThat(note.sender()).isEqualTo(ana));
        var without = other.toBuilder().noteToAuthor(null).build();
        stored(judging.correct(ana, new VerdictCorrection(UUID.randomUUID(), id, 2, without, "I know now")));
        assertThat(mine()).isEmpty();
    }

    private VerdictId submit(VerdictForm form) {
        return stored(judging.submit(ana, judging.next(ana, judging.queue(1, "en", 1)), form))
                .id();
    }

    private static VerdictForm noting(VerdictForm form, String note) {
        return form.toBuilder().noteToAuthor(note).build();
    }

    private List<RaterNote> mine() {
        return judging.as(ana, () -> notes.mine(null, 10));
    }
}
