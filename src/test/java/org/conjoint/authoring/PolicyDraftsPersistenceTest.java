package org.conjoint.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.authoring.ClauseStanding.How;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.MoveOutcome;
import org.conjoint.policy.MoveRefusal;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.Proposal;
import org.conjoint.policy.TestPolicy;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.VersionEntryDraft;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PersistenceTest
class PolicyDraftsPersistenceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Policies policies;

    @Autowired
    Lifecycle lifecycle;

    private UserId author;
    private UserId other;
    private TestPolicy policy;
    private DraftId draft;

    @BeforeEach
    void open() {
        author = People.person(accounts, Role.POLICY_AUTHOR);
        other = People.person(accounts, Role.POLICY_AUTHOR);
        policy = new TestPolicy(context);
        draft = as(author, () -> drafts.open(policy.first()));
    }

    @Test
    void a_draft_is_the_text_of_its_base_under_the_next_number() {
        var reading = read();
        assertThat(reading.baseNumber()).isEqualTo("1.0.0");
        assertThat(reading.entry().orElseThrow().version()).hasToString("1.0.1");
        assertThat(reading.clauses()).extracting(ClauseStanding::how).containsOnly(How.SAME);
        assertThat(reading.problems()).extracting(FileProblem::file).containsOnly("changes.yaml");
        assertThat(reading.texts()).containsExactly("en.md", "de.md");
    }

    @Test
    void a_written_passage_changes_nothing_else() {
        var before = read();
        var written = write(author, clause(), before.read(clause()).orElseThrow(), sharper(before));
        assertThat(written).isInstanceOf(Writing.Written.class);
        var after = read();
        assertThat(after.read(clause()).orElseThrow().text()).contains("Sharper");
        assertThat(after.clauses())
                .filteredOn(standing -> standing.how() == How.CHANGED)
                .extracting(ClauseStanding::id)
                .containsExactly(policy.clause("2.1"));
        before.files().forEach((name, source) -> {
            if (!name.equals("en.md")) {
                assertThat(after.files().get(name)).isEqualTo(source);
            }
        });
        assertThat(after.readBase(clause())).isEqualTo(before.read(clause()));
    }

    @Test
    void two_people_who_write_different_passages_do_not_meet() {
        var before = read();
        var terms = new Passage.Prose("en.md", PolicySection.TERMS);
        write(author, clause(), before.read(clause()).orElseThrow(), sharper(before));
        assertThat(write(other, terms, before.read(terms).orElseThrow(), Wording.of("- **Word**: a word.")))
                .isInstanceOf(Writing.Written.class);
        assertThat(read().read(clause()).orElseThrow().text()).contains("Sharper");
        assertThat(read().sides()).isEmpty();
    }

    @Test
    void what_two_people_write_in_one_passage_is_kept_from_both_until_one_is_chosen() {
        var before = read();
        var seen = before.read(clause()).orElseThrow();
        write(author, clause(), seen, sharper(before));
        var mine = new Wording(seen.title(), "Softer words.", seen.test());
        var conflict = (Writing.Conflict) write(other, clause(), seen, mine);
        assertThat(conflict.theirs().text()).contains("Sharper");
        assertThat(conflict.mine().mine()).isEqualTo(mine);
        assertThat(as(author, () -> drafts.send(draft))).isEqualTo(new Sending.Unsettled(1));
        as(other, () -> drafts.settle(draft, conflict.mine().id(), true));
        assertThat(read().read(clause())).contains(mine);
        assertThat(read().sides()).isEmpty();
        assertThatThrownBy(() ->
                        as(other, () -> drafts.settle(draft, conflict.mine().id(), false)))
                .hasMessageContaining("settled already");
    }

    @Test
    void the_number_follows_the_greatest_change_that_is_said() {
        sharpen();
        change(policy.clause("2.1"), ChangeKind.TIGHTEN);
        assertThat(read().entry().orElseThrow().version()).hasToString("2.0.0");
        assertThat(read().files().get("de.md")).contains("version: 2.0.0");
        change(policy.clause("2.1"), ChangeKind.CLARIFY);
        assertThat(read().entry().orElseThrow().version()).hasToString("1.1.0");
        as(author, () -> drafts.unchange(draft, policy.clause("2.1")));
        assertThat(read().entry().orElseThrow().version()).hasToString("1.0.1");
        assertThat(read().files().get("changes.yaml")).containsOnlyOnce("version: 1.0.1");
    }

    @Test
    void a_change_that_nobody_names_is_not_sent() {
        sharpen();
        describe();
        assertThat(as(author, () -> drafts.send(draft))).isEqualTo(new Sending.Unsaid(List.of(policy.clause("2.1"))));
    }

    @Test
    void what_is_sent_is_a_version_in_review_by_its_author_and_closes_the_draft() {
        sharpen();
        change(policy.clause("2.1"), ChangeKind.TIGHTEN);
        describe();
        var version = sent();
        assertThat(as(author, () -> policies.version(version, "en"))
                        .orElseThrow()
                        .state())
                .isEqualTo(PolicyState.IN_REVIEW);
        assertThat(as(author, () -> lifecycle.calibrate(version)))
                .isInstanceOfSatisfying(
                        MoveOutcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(MoveRefusal.SAME_PERSON));
        assertThatIllegalStateException().isThrownBy(this::sharpen).withMessageContaining("closed");
        assertThat(as(author, () -> drafts.list(policy.slug()))).isEmpty();
    }

    @Test
    void untouched_clauses_of_what_is_sent_are_the_same_clauses_with_the_same_hashes() {
        sharpen();
        change(policy.clause("2.1"), ChangeKind.TIGHTEN);
        describe();
        var fresh = as(author, () -> policies.version(sent(), "en")).orElseThrow();
        var base = as(author, () -> policies.version(policy.first(), "en")).orElseThrow();
        assertThat(fresh.clauses())
                .filteredOn(clause -> !base.clauses().contains(clause))
                .extracting(Clause::clauseId)
                .containsExactly(policy.clause("2.1"));
    }

    @Test
    void a_number_that_was_used_up_is_not_given_again() {
        policy.later();
        sharpen();
        change(policy.clause("2.1"), ChangeKind.CLARIFY);
        assertThat(read().entry().orElseThrow().version()).hasToString("1.1.1");
    }

    @Test
    void the_first_text_of_a_policy_begins_with_its_sections_and_says_what_is_missing() {
        var slug = policy.slug() + "-new";
        var first = as(author, () -> drafts.begin(slug, "NW" + policy.clause("").substring(1, 5), "Something new"));
        var reading = as(author, () -> drafts.read(first)).orElseThrow();
        assertThat(reading.read(new Passage.Title("en.md"))).contains(Wording.of("Something new"));
        assertThat(reading.clauses()).extracting(ClauseStanding::how).containsExactly(How.NEW);
        assertThat(reading.problems()).isNotEmpty();
        assertThat(as(author, () -> drafts.send(first)))
                .isInstanceOfSatisfying(
                        Sending.Answered.class,
                        answered -> assertThat(answered.proposal()).isInstanceOf(Proposal.Refused.class));
    }

    @Test
    void a_source_that_is_wrong_is_kept_and_told_with_its_line() {
        var whole = new Passage.Whole("policy.yaml");
        var seen = read().read(whole).orElseThrow();
        write(author, whole, seen, Wording.of(seen.text().replace("format: 1", "format: 1\nformat: 1")));
        assertThat(read().problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("policy.yaml");
            assertThat(problem.line()).isEqualTo(2);
        });
    }

    @Test
    void who_writes_no_policies_reads_and_writes_no_drafts() {
        var rater = People.person(accounts, Role.RATER);
        assertThatThrownBy(() -> as(rater, () -> drafts.read(draft))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(rater, () -> drafts.open(policy.first())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Passage clause() {
        return new Passage.Worded("en.md", policy.clause("2.1"));
    }

    private Wording sharper(DraftReading reading) {
        var seen = reading.read(clause()).orElseThrow();
        return new Wording(seen.title(), seen.text() + "\n\nSharper now.", seen.test());
    }

    private void sharpen() {
        var reading = read();
        write(author, clause(), reading.read(clause()).orElseThrow(), sharper(reading));
    }

    private void change(String clause, ChangeKind kind) {
        as(
                author,
                () -> drafts.change(
                        draft,
                        new VersionEntryDraft.ClauseChange(
                                clause, kind, Optional.of("Raters differed."), List.of(), Optional.empty())));
    }

    private void describe() {
        as(
                author,
                () -> drafts.describe(
                        draft,
                        entry -> new VersionEntryDraft(
                                "Raters differed.",
                                entry.effectiveFrom(),
                                entry.penaltyFrom(),
                                entry.contentScope(),
                                entry.rereview(),
                                entry.clauses())));
    }

    private PolicyVersionId sent() {
        var sending = as(author, () -> drafts.send(draft));
        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.Answered.class,
                        answered -> assertThat(answered.proposal()).isInstanceOf(Proposal.Taken.class));
        return ((Proposal.Taken) ((Sending.Answered) sending).proposal()).id();
    }

    private Writing write(UserId person, Passage passage, Wording seen, Wording wording) {
        return as(person, () -> drafts.write(draft, passage, seen, wording));
    }

    private DraftReading read() {
        return as(author, () -> drafts.read(draft)).orElseThrow();
    }

    private <T> T as(UserId person, Supplier<T> work) {
        return accounts.runAs(person, work);
    }
}
