package org.conjoint.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.ClauseNotes;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PersistenceTest
class InterpretationsPersistenceTest {

    private static final String TEXT = "A first name alone is enough where all who read it know her.";
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Policies policies;

    @Autowired
    RaterNotes notes;

    @Autowired
    Interpretations interpretations;

    @Autowired
    ClauseNotes beside;

    @Autowired
    ApplicationContext context;

    private TestPolicy policy;
    private UserId ana;
    private UserId author;
    private PostId post;
    private String postName;

    @BeforeEach
    void aPolicyAndItsPeople() {
        policy = new TestPolicy(context);
        ana = People.person(accounts, Role.RATER);
        author = People.person(accounts, Role.POLICY_AUTHOR);
        postName = "interpreted-" + UUID.randomUUID();
        post = accounts.runAsSystem(() -> posts.put(
                        new PostData(postName, "Dana again", null, "en", null, null, null, null, null, null, null)))
                .id();
    }

    @Test
    void raters_read_an_interpretation_with_its_clause_the_day_and_the_deciding_post() {
        written(policy.first(), "2.1", TEXT);
        assertThat(on(policy.first(), LATER)).singleElement().satisfies(note -> {
            assertThat(note.clauseId()).isEqualTo(policy.clause("2.1"));
            assertThat(note.text()).isEqualTo(TEXT);
            assertThat(note.post()).isEqualTo(postName);
            assertThat(note.postPath()).isEqualTo("posts/" + post.value());
        });
    }

    @Test
    void an_interpretation_did_not_hold_before_it_was_written() {
        var before = Instant.now();
        written(policy.first(), "2.1", TEXT);
        assertThat(on(policy.first(), before.minusSeconds(1))).isEmpty();
    }

    @Test
    void what_is_folded_into_a_version_stays_with_the_versions_before_it() {
        var later = policy.later();
        var id = written(policy.first(), "2.2", TEXT);
        assertThat(on(later, LATER)).hasSize(1);
        assertThat(as(author, () -> interpretations.fold(id, later, ""))).isEqualTo(new InterpretationOutcome.Done(id));
        assertThat(on(later, LATER)).isEmpty();
        assertThat(on(policy.first(), LATER)).hasSize(1);
        var folded = all().getFirst();
        assertThat(folded.state()).isEqualTo(InterpretationState.FOLDED);
        assertThat(folded.settlement()).isNotNull();
        assertThat(folded.settlement().into()).isEqualTo(later);
        assertThat(folded.settlement().by()).isEqualTo(author);
    }

    @Test
    void a_rejected_one_is_shown_no_more_but_a_look_back_still_finds_it() {
        var id = written(policy.first(), "2.1", TEXT);
        var written = all().getFirst().writtenAt();
        assertThat(as(author, () -> interpretations.reject(id, "too short")))
                .isEqualTo(new InterpretationOutcome.Refused("Say in 10 to 1,000 characters why it is rejected"));
        as(author, () -> interpretations.reject(id, "A first name alone names nobody"));
        assertThat(on(policy.first(), LATER)).isEmpty();
        assertThat(on(policy.first(), written)).hasSize(1);
    }

    @Test
    void an_interpretation_is_settled_once() {
        var id = written(policy.first(), "2.1", TEXT);
        as(author, () -> interpretations.reject(id, "A first name alone names nobody"));
        assertThat(as(author, () -> interpretations.fold(id, policy.later(), "")))
                .isEqualTo(new InterpretationOutcome.Refused("It is settled already; somebody folded or rejected it"));
    }

    @Test
    void it_can_be_folded_only_into_another_version_of_its_policy() {
        var id = written(policy.first(), "2.1", TEXT);
        var other = new TestPolicy(context);
        assertThat(as(author, () -> interpretations.fold(id, other.first(), "")))
                .isInstanceOfSatisfying(
                        InterpretationOutcome.Refused.class,
                        refused -> assertThat(refused.words()).endsWith("is a version of another policy"));
        assertThat(as(author, () -> interpretations.fold(id, policy.first(), "")))
                .isInstanceOf(InterpretationOutcome.Refused.class);
        assertThat(all().getFirst().state()).isEqualTo(InterpretationState.OPEN);
    }

    @Test
    void one_made_from_a_note_answers_it() {
        var at = new PostAt(post, 1);
        var note = ((NoteOutcome.Done) as(
                        ana,
                        () -> notes.send(new NoteDraft(
                                policy.first(), "en", policy.clause("2.1"), at, "Is a first name enough?"))))
                .id();
        var outcome = as(
                author,
                () -> interpretations.write(
                        new InterpretationDraft(policy.first(), "en", policy.clause("2.1"), post, note, TEXT)));
        assertThat(outcome).isInstanceOf(InterpretationOutcome.Done.class);
        var answered = as(ana, () -> notes.mine(null, 10)).getFirst();
        assertThat(answered.state()).isEqualTo(NoteState.ANSWERED);
        assertThat(answered.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).isEqualTo(TEXT));
        assertThat(all().getFirst().note()).isEqualTo(note);
    }

    @Test
    void what_is_too_short_too_long_or_about_nothing_is_refused_and_raters_may_not_write() {
        assertThat(write(policy.first(), "2.1", "short")).isInstanceOf(InterpretationOutcome.Refused.class);
        assertThat(write(policy.first(), "2.1", "x".repeat(601)))
                .isEqualTo(new InterpretationOutcome.Refused(
                        "An interpretation has 10 to 600 characters; this one has 601"));
        assertThat(write(policy.first(), "9.9", TEXT)).isInstanceOf(InterpretationOutcome.Refused.class);
        var draft = new InterpretationDraft(
                policy.first(), "en", policy.clause("2.1"), new PostId(999_999_999), null, TEXT);
        assertThat(as(author, () -> interpretations.write(draft))).isInstanceOf(InterpretationOutcome.Refused.class);
        assertThatThrownBy(() -> as(ana, () -> interpretations.write(draft))).isInstanceOf(AccessDeniedException.class);
        assertThat(all()).isEmpty();
    }

    private InterpretationOutcome write(PolicyVersionId version, String clause, String text) {
        return as(
                author,
                () -> interpretations.write(
                        new InterpretationDraft(version, "en", policy.clause(clause), post, null, text)));
    }

    private InterpretationId written(PolicyVersionId version, String clause, String text) {
        return ((InterpretationOutcome.Done) write(version, clause, text)).id();
    }

    private List<ClauseNote> on(PolicyVersionId version, Instant at) {
        return as(ana, () -> beside.on(policies.version(version, "en").orElseThrow(), at));
    }

    private List<Interpretation> all() {
        return as(ana, () -> interpretations.page(new InterpretationFilter(null, policy.slug(), null), null, 10));
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
