package org.conjoint.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.moderation.Judging.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Judging;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictCorrection;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.QueueData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PersistenceTest
class AppealsPersistenceTest {

    private static final String WHY = "The post says nothing about Dana herself.";

    @Autowired
    Accounts accounts;

    @Autowired
    VerdictArchive archive;

    @Autowired
    Appeals appeals;

    @Autowired
    AppealCounts counts;

    @Autowired
    ApplicationContext context;

    private Judging judging;
    private TestPolicy policy;
    private UserId ana;
    private UserId lead;

    @BeforeEach
    void people() {
        judging = new Judging(context);
        policy = new TestPolicy(context);
        ana = judging.rater();
        lead = People.person(accounts, Role.QUALITY_LEAD);
    }

    @Test
    void an_appeal_names_the_verdict_its_text_and_the_words_of_the_appellant() {
        var verdict = judged();
        var id = opened(verdict, "  I only praised her perfume.  ");
        var appeal = heard(id).appeal();
        assertThat(appeal.statement()).isEqualTo("I only praised her perfume.");
        assertThat(appeal.verdict()).isEqualTo(verdict);
        assertThat(appeal.revision()).isEqualTo(1);
        assertThat(appeal.version()).isEqualTo(policy.first());
        assertThat(appeal.locale()).isEqualTo("en");
        assertThat(appeal.openedBy()).isEqualTo(lead);
        assertThat(appeal.isOpen()).isTrue();
        assertThat(appeal.clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.clauseId()).isEqualTo(policy.clause("2.2"));
            assertThat(clause.principal()).isTrue();
        });
    }

    @Test
    void the_same_appeal_sent_again_under_its_reference_is_taken_once() {
        var verdict = judged();
        var reference = "case-" + UUID.randomUUID();
        var draft = new AppealDraft(verdict, reference, "I only praised her perfume.");
        var id = ((Opening.Opened) as(lead, () -> appeals.open(draft))).id();
        assertThat(as(lead, () -> appeals.open(draft))).isEqualTo(new Opening.Known(id));
        assertThat(as(lead, () -> appeals.open(new AppealDraft(verdict, reference, "Something else."))))
                .isEqualTo(new Opening.Refused(
                        "Another appeal has the reference %s; give this one its own".formatted(reference)));
        assertThat(as(lead, () -> appeals.against(verdict))).hasSize(1);
    }

    @Test
    void of_the_same_appeal_sent_twice_at_once_one_is_opened() throws Exception {
        var verdict = judged();
        var draft = new AppealDraft(verdict, "case-" + UUID.randomUUID(), "I only praised her perfume.");
        Callable<Opening> send = () -> as(lead, () -> appeals.open(draft));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var sent = pool.invokeAll(List.of(send, send));
            assertThat(List.of(sent.get(0).get(), sent.get(1).get()))
                    .filteredOn(Opening.Opened.class::isInstance)
                    .hasSize(1);
        }
        assertThat(as(lead, () -> appeals.against(verdict))).hasSize(1);
    }

    @Test
    void an_appeal_without_a_statement_or_a_verdict_is_refused_and_raters_open_none() {
        var verdict = judged();
        assertThat(as(lead, () -> appeals.open(new AppealDraft(verdict, null, " "))))
                .isEqualTo(new Opening.Refused("The statement has 1 to 4,000 characters; this one has 0"));
        assertThat(as(lead, () -> appeals.open(new AppealDraft(new VerdictId(999_999_999), null, "No"))))
                .isEqualTo(new Opening.Refused("There is no verdict 999999999, or it was taken back"));
        assertThatThrownBy(() -> as(ana, () -> appeals.open(new AppealDraft(verdict, null, "No"))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_verdict_that_is_right_then_and_now_is_upheld_and_stays_as_it_is() {
        var verdict = judged();
        var id = opened(verdict, "I only praised her perfume.");
        assertThat(decide(lead, id, AppealAnswer.yes(WHY), AppealAnswer.yes(null)))
                .isEqualTo(new Deciding.Decided(AppealOutcome.UPHELD));
        var decided = heard(id);
        assertThat(decided.appeal().decision()).isNotNull().satisfies(decision -> {
            assertThat(decision.by()).isEqualTo(lead);
            assertThat(decision.outcome()).isEqualTo(AppealOutcome.UPHELD);
            assertThat(decision.nowVersion()).isEqualTo(policy.first());
        });
        assertThat(as(lead, () -> archive.history(verdict))).hasSize(1);
        assertThat(decided.hindrance()).isEqualTo("It is decided.");
    }

    @Test
    void a_verdict_that_was_wrong_then_is_overturned_whatever_the_text_says_now() {
        var id = opened(judged(), "I only praised her perfume.");
        var then = AppealAnswer.no(JointGrade.NONE, null, WHY);
        assertThat(decide(lead, id, then, AppealAnswer.yes(null)))
                .isEqualTo(new Deciding.Decided(AppealOutcome.OVERTURNED));
        assertThat(heard(id).appeal().decision())
                .isNotNull()
                .satisfies(decision -> assertThat(decision.then()).isEqualTo(then));
    }

    @Test
    void a_verdict_that_was_right_then_but_stands_no_more_has_fallen_with_its_text() {
        var id = opened(judged(), "I only praised her perfume.");
        var turned = policy.turn();
        assertThat(heard(id).then().id()).isEqualTo(policy.first());
        assertThat(heard(id).now())
                .isNotNull()
                .satisfies(now -> assertThat(now.id()).isEqualTo(turned));
        var now = AppealAnswer.no(JointGrade.VIOLATING, policy.clause("2.1"), WHY);
        assertThat(decide(lead, id, AppealAnswer.yes(WHY), now)).isEqualTo(new Deciding.Decided(AppealOutcome.FALLEN));
    }

    @Test
    void whoever_judged_or_corrected_the_verdict_does_not_decide() {
        var judge = People.person(accounts, Role.RATER, Role.REVIEWER);
        var verdict = judgedBy(judge);
        var corrector = People.person(accounts, Role.REVIEWER);
        var milder = violating().toBuilder().joint(JointGrade.BORDERLINE).build();
        stored(judging.correct(
                corrector, new VerdictCorrection(UUID.randomUUID(), verdict, 1, milder, "It is milder than that")));
        var id = opened(verdict, "I only praised her perfume.");
        for (var maker : List.of(judge, corrector)) {
            assertThat(decide(maker, id, AppealAnswer.yes(WHY), AppealAnswer.yes(null)))
                    .isEqualTo(
                            new Deciding.Refused("", "You made this verdict or corrected it; somebody else decides."));
        }
        assertThat(decide(lead, id, AppealAnswer.yes(WHY), AppealAnswer.yes(null)))
                .isInstanceOf(Deciding.Decided.class);
    }

    @Test
    void a_decision_under_a_text_that_is_no_longer_in_force_is_refused() {
        var id = opened(judged(), "I only praised her perfume.");
        policy.turn();
        assertThat(decide(lead, id, policy.first(), AppealAnswer.yes(WHY), AppealAnswer.yes(null)))
                .isEqualTo(new Deciding.Refused(
                        "", "Another version came into force meanwhile; read it, then answer again"));
        assertThat(heard(id).appeal().isOpen()).isTrue();
    }

    @Test
    void of_two_decisions_at_once_one_is_written() throws Exception {
        var id = opened(judged(), "I only praised her perfume.");
        var other = People.person(accounts, Role.REVIEWER);
        List<Callable<Deciding>> both = List.of(
                () -> decide(lead, id, AppealAnswer.yes(WHY), AppealAnswer.yes(null)),
                () -> decide(other, id, AppealAnswer.no(JointGrade.NONE, null, WHY), AppealAnswer.yes(null)));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var sent = pool.invokeAll(both);
            assertThat(List.of(sent.get(0).get(), sent.get(1).get()))
                    .filteredOn(Deciding.Decided.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_says_why_and_what_instead_in_the_words_of_the_text() {
        var id = opened(judged(), "I only praised her perfume.");
        assertRefused(id, AppealAnswer.yes("no"), "Say why, in 10 characters or more");
        assertRefused(id, new AppealAnswer(false, null, null, WHY), "Give the grade that the post gets instead");
        assertRefused(id, AppealAnswer.no(JointGrade.BORDERLINE, null, WHY), "Name the clause that explains the grade");
        assertRefused(
                id,
                AppealAnswer.no(JointGrade.NONE, policy.clause("2.1"), WHY),
                "A grade that is not above none names no clause");
        assertRefused(
                id,
                AppealAnswer.no(JointGrade.VIOLATING, policy.clause("2.2"), WHY),
                "That is what the verdict says; give another grade or clause, or say that it is right");
    }

    @Test
    void open_appeals_come_first_the_oldest_before_the_others_and_pages_go_on_after_one() {
        var first = opened(judged(), "One");
        var second = opened(judged(), "Two");
        var third = opened(judged(), "Three");
        decide(lead, second, AppealAnswer.yes(WHY), AppealAnswer.yes(null));
        decide(lead, third, AppealAnswer.yes(WHY), AppealAnswer.yes(null));
        var fourth = opened(judged(), "Four");
        var mine = Set.of(first, second, third, fourth);
        assertThat(all(AppealFilter.ALL).stream().filter(mine::contains)).containsExactly(first, fourth, third, second);
        assertThat(all(AppealFilter.OPEN).stream().filter(mine::contains)).containsExactly(first, fourth);
        assertThat(all(AppealFilter.DECIDED).stream().filter(mine::contains)).containsExactly(third, second);
    }

    @Test
    void open_appeals_are_counted_by_clause_until_they_are_decided() {
        var verdict = judged();
        var id = opened(verdict, "One");
        var other = judged();
        opened(other, "Two");
        assertThat(as(ana, () -> counts.openByClause(policy.slug()))).isEqualTo(Map.of(policy.clause("2.2"), 2L));
        assertThat(as(ana, () -> counts.open(List.of(verdict, other, new VerdictId(999_999_999)))))
                .containsExactlyInAnyOrder(verdict, other);
        decide(lead, id, AppealAnswer.yes(WHY), AppealAnswer.yes(null));
        assertThat(as(ana, () -> counts.openByClause(policy.slug()))).isEqualTo(Map.of(policy.clause("2.2"), 1L));
        assertThat(as(ana, () -> counts.open(List.of(verdict, other)))).containsExactly(other);
    }

    private List<AppealId> all(AppealFilter filter) {
        var ids = new ArrayList<AppealId>();
        AppealPlace after = null;
        while (true) {
            var from = after;
            var page = as(lead, () -> appeals.page(filter, from, 2));
            page.forEach(appeal -> ids.add(appeal.id()));
            if (page.size() < 2) {
                return ids;
            }
            after = AppealPlace.of(page.getLast());
        }
    }

    private void assertRefused(AppealId id, AppealAnswer then, String words) {
        assertThat(decide(lead, id, then, AppealAnswer.yes(null))).isEqualTo(new Deciding.Refused("then", words));
    }

    private Deciding decide(UserId user, AppealId id, AppealAnswer then, AppealAnswer now) {
        var version = heard(id).now();
        return decide(user, id, version == null ? null : version.id(), then, now);
    }

    private Deciding decide(
            UserId user, AppealId id, @Nullable PolicyVersionId version, AppealAnswer then, AppealAnswer now) {
        return as(user, () -> appeals.decide(new DecisionDraft(id, then, version, now)));
    }

    private AppealId opened(VerdictId verdict, String statement) {
        return ((Opening.Opened) as(lead, () -> appeals.open(new AppealDraft(verdict, null, statement)))).id();
    }

    private AppealCase heard(AppealId id) {
        return as(lead, () -> appeals.hear(id)).orElseThrow();
    }

    private VerdictId judged() {
        return judgedBy(ana);
    }

    private VerdictId judgedBy(UserId rater) {
        var queue = judging.queue(QueueData.verdicts("appealed " + UUID.randomUUID(), policy.slug(), "en", 1), 1);
        return stored(judging.submit(rater, judging.next(rater, queue), violating()))
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

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
