package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.Posts;
import org.conjoint.guidance.InterpretationDraft;
import org.conjoint.guidance.InterpretationOutcome;
import org.conjoint.guidance.Interpretations;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.QueueData;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PersistenceTest
class VerdictTimeMachinePersistenceTest {

    private static final String TEXT = "A first name is enough where all who read it know her.";

    @Autowired
    Accounts accounts;

    @Autowired
    VerdictTimeMachine machine;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Interpretations interpretations;

    @Autowired
    Posts posts;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext context;

    private Judging judging;
    private TestPolicy policy;
    private UserId ana;

    @BeforeEach
    void people() {
        judging = new Judging(context);
        policy = new TestPolicy(context);
        ana = judging.rater();
    }

    @Test
    void a_verdict_opens_with_the_text_and_examples_of_then_beside_the_version_of_now() {
        var id = judged("en");
        var now = policy.turn();
        var seen = opened(ana, id, null).orElseThrow();
        assertThat(seen.seen().version().id()).isEqualTo(policy.first());
        assertThat(seen.seen()
                        .version()
                        .clause(policy.clause("2.2"))
                        .orElseThrow()
                        .textMarkdown())
                .contains("The post laughs at someone's death");
        assertThat(seen.seen().examples()).isNotEmpty();
        assertThat(seen.now()).isNotNull().satisfies(version -> {
            assertThat(version.id()).isEqualTo(now);
            assertThat(version.clause(policy.clause("2.2")).orElseThrow().textMarkdown())
                    .contains("The post laughs at a death");
        });
        assertThat(seen.proven()).isTrue();
        assertThat(seen.wordings()).singleElement().satisfies(wording -> {
            assertThat(wording.clauseId()).isEqualTo(policy.clause("2.2"));
            assertThat(wording.kept()).isEqualTo(wording.cited());
        });
    }

    @Test
    void the_locale_is_the_one_that_the_rater_read() {
        var seen = opened(ana, judged("de"), null).orElseThrow();
        assertThat(seen.seen().version().locale()).isEqualTo("de");
        assertThat(seen.seen().version().title()).isEqualTo("Belästigung und Hass");
        assertThat(seen.proven()).isTrue();
    }

    @Test
    void every_revision_opens_also_those_that_were_superseded_and_verdicts_that_were_taken_back() {
        var id = judged("en");
        var milder = violating().toBuilder().joint(JointGrade.BORDERLINE).build();
        stored(judging.correct(ana, new VerdictCorrection(UUID.randomUUID(), id, 1, milder, "It is milder than that")));
        assertThat(opened(ana, id, null).orElseThrow().verdict().revision()).isEqualTo(2);
        var first = opened(ana, id, 1).orElseThrow();
        assertThat(first.verdict().form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(first.revisions()).extracting(SeenVerdict.Revision::number).containsExactly(1, 2);
        assertThat(opened(ana, id, 3)).isEmpty();
        var undone = judged("en");
        judging.as(ana, verdicts::undoLast);
        assertThat(opened(ana, undone, null)).isPresent();
    }

    @Test
    void a_text_that_is_not_the_one_seen_is_told() {
        var id = judged("en");
        db.execute(
                "update policy.document set source = replace(source, {0}, {1}) where version_id = {2} and name = 'en.md'",
                DSL.val("The post laughs at someone's death"),
                DSL.val("The post laughs at someone's life"),
                DSL.val(policy.first().value()));
        var seen = opened(ana, id, null).orElseThrow();
        assertThat(seen.proven()).isFalse();
        assertThat(seen.wordings()).singleElement().satisfies(wording -> {
            assertThat(wording.same()).isFalse();
            assertThat(wording.kept()).isNull();
        });
    }

    @Test
    void what_stood_beside_the_clauses_is_what_held_when_the_verdict_was_given() {
        var author = People.person(accounts, Role.POLICY_AUTHOR);
        var before = judged("en");
        var post = opened(ana, before, null).orElseThrow().verdict().post();
        var written = judging.as(
                author,
                () -> interpretations.write(
                        new InterpretationDraft(policy.first(), "en", policy.clause("2.2"), post, null, TEXT)));
        var after = judged("en");
        judging.as(
                author,
                () -> interpretations.reject(
                        ((InterpretationOutcome.Done) written).id(), "A first name alone names nobody"));
        assertThat(opened(ana, before, null).orElseThrow().notes()).isEmpty();
        assertThat(opened(ana, after, null).orElseThrow().notes())
                .extracting(ClauseNote::text)
                .containsExactly(TEXT);
    }

    @Test
    void raters_open_their_own_verdicts_and_those_who_read_all_open_any() {
        var id = judged("en");
        assertThat(opened(judging.rater(), id, null)).isEmpty();
        for (var role : List.of(Role.POLICY_AUTHOR, Role.REVIEWER, Role.QUALITY_LEAD)) {
            assertThat(opened(People.person(accounts, role), id, null)).isPresent();
        }
    }

    private Optional<SeenVerdict> opened(UserId user, VerdictId id, @Nullable Integer revision) {
        return judging.as(user, () -> machine.open(id, revision));
    }

    private VerdictId judged(String locale) {
        var queue = judging.queue(QueueData.verdicts("as seen " + UUID.randomUUID(), policy.slug(), locale, 1), 1);
        return stored(judging.submit(ana, judging.next(ana, queue), violating()))
                .id();
    }

    private VerdictForm violating() {
        var clause = policy.clause("2.2");
        return Forms.violating().toBuilder()
                .clauses(Part.CAPTION, Set.of(clause))
                .jointClauses(Set.of(clause))
                .principal(clause)
                .build();
    }
}
