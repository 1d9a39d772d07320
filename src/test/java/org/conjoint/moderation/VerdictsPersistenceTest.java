package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;
import static org.conjoint.testing.Forms.CLAUSE;
import static org.conjoint.testing.Forms.violating;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.conjoint.access.Accounts;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.LeaseChange;
import org.conjoint.work.Leases;
import org.conjoint.work.LossCause;
import org.conjoint.work.QueueCounts;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class VerdictsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Policies policies;

    @Autowired
    Leases leases;

    @Autowired
    RatingTasks tasks;

    @Autowired
    Verdicts verdicts;

    @Autowired
    VerdictArchive archive;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext context;

    private Judging judging;
    private UserId ana;
    private UserId ben;

    @BeforeEach
    void people() {
        judging = new Judging(context);
        ana = judging.rater();
        ben = judging.rater();
    }

    @Test
    void a_verdict_is_found_as_it_was_given_with_the_hash_of_each_clause_text_in_the_locale_seen() {
        var queue = judging.queue(1, "de", 1);
        var task = judging.next(ana, queue);
        assertThat(task.policyVersion().locale()).isEqualTo("de");
        assertThat(task.parts()).containsExactly(Part.CAPTION);
        var form = violating();
        var stored = stored(judging.submit(ana, task, form));

        var verdict = judging.as(ana, () -> verdicts.find(stored.id())).orElseThrow();
        assertThat(verdict.form().grades())
                .isEqualTo(Map.of(
                        Part.IMAGE, PartGrade.ABSENT,
                        Part.CAPTION, PartGrade.BORDERLINE,
                        Part.AUDIO, PartGrade.ABSENT));
        assertThat(verdict.form().reading()).isEqualTo(form.reading());
        assertThat(verdict.composition()).isEqualTo(Composition.ADDITIVE);
        assertThat(verdict.carriers().sufficientSets()).containsExactly(EnumSet.of(Part.CAPTION));
        assertThat(verdict.postRevision()).isEqualTo(task.post().revision());
        assertThat(verdict.submissionId()).isEqualTo(stored.receipt().submissionId());
        var german = policies(task.lease().policyVersion(), "de");
        var english = policies(task.lease().policyVersion(), "en");
        assertThat(verdict.cited())
                .hasSize(2)
                .allSatisfy(cited -> assertThat(cited.textHash())
                        .isEqualTo(german.clause(CLAUSE).orElseThrow().textHash())
                        .isNotEqualTo(english.clause(CLAUSE).orElseThrow().textHash()));
        assertThat(judging.as(ana, () -> verdicts.mine(null, 10))).containsExactly(verdict);
        assertThat(judging.as(ben, () -> verdicts.find(stored.id()))).isEmpty();
        assertThat(accounts.runAsSystem(() -> archive.byPost(verdict.post()))).containsExactly(verdict);
    }

    @Test
    void an_invalid_form_writes_nothing_and_keeps_the_lease() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        var outcome = judging.submit(
                ana, task, violating().toBuilder().reading("too short").build());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        VerdictOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly("too_short"));
        assertThat(judging.next(ana, queue).lease()).isEqualTo(task.lease());
        assertThat(judging.as(ana, () -> verdicts.mine(null, 10))).isEmpty();
    }

    @Test
    void the_last_verdict_is_undone_within_a_minute_and_its_form_is_the_draft_again() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        var stored = stored(judging.submit(ana, task, violating()));
        assertThat(judging.as(ana, verdicts::undoLast)).isInstanceOf(VerdictUndo.Undone.class);
        assertThat(judging.as(ana, () -> verdicts.find(stored.id()))).isEmpty();
        assertThat(judging.as(ana, verdicts::undoLast)).isInstanceOf(VerdictUndo.NothingToUndo.class);

        var again = judging.next(ana, queue);
        assertThat(again.lease().id()).isEqualTo(task.lease().id());
        assertThat(again.draft().reading()).isEqualTo(violating().reading());
        var second = stored(judging.submit(
                ana, again, violating().toBuilder().joint(JointGrade.BORDERLINE).build()));
        assertThat(second.id()).isEqualTo(stored.id());
        assertThat(second.receipt().revision()).isEqualTo(3);
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 1, 0, 1, 0, 0));
    }

    @Test
    void a_verdict_for_a_lease_that_is_gone_is_kept_aside() {
        var queue = judging.queue(1, "en", 1);
        var task = judging.next(ana, queue);
        assertThat(judging.as(ana, () -> leases.release(task.lease().id()))).isInstanceOf(LeaseChange.Returned.class);
        assertThat(judging.submit(ana, task, violating())).isEqualTo(new VerdictOutcome.LeaseGone(LossCause.EXPIRED));
        stored(judging.submit(ben, judging.next(ben, queue), violating()));
        assertThat(judging.submit(ana, task, violating())).isEqualTo(new VerdictOutcome.LeaseGone(LossCause.TAKEN));
    }

    @Test
    void imported_verdicts_count_once_toward_the_overlap_and_change_nothing_when_they_come_again() {
        var queue = judging.queue(2, "en", 1);
        var post = new PostId(judging.next(ana, queue).lease().subject().id());
        var version = inForce();
        var source = "test " + UUID.randomUUID();
        var rater = accounts.runAsSystem(() -> transaction.execute(status -> accounts.importedRater(source, "r1")));
        var form = VerdictForm.builder().joint(JointGrade.VIOLATING).build();

        var given = Instant.parse("2024-05-01T10:00:00Z");
        var verdict = new ImportedVerdict(source + "#1", post, 1, rater, version, "en", form, given);

        assertThat(imported(verdict)).isInstanceOf(ImportOutcome.Created.class);
        assertThat(imported(verdict)).isInstanceOf(ImportOutcome.Unchanged.class);
        var other = new ImportedVerdict(
                source + "#1",
                post,
                1,
                rater,
                version,
                "en",
                form.toBuilder().joint(JointGrade.NONE).build(),
                given);
        assertThat(imported(other)).isInstanceOf(ImportOutcome.Revised.class);
        assertThat(imported(other)).isInstanceOf(ImportOutcome.Unchanged.class);
        assertThat(judging.counts(queue)).isEqualTo(new QueueCounts(1, 2, 1, 1, 0, 0));
        assertThat(judging.as(ben, () -> tasks.next(queue))).isInstanceOf(RatingTask.Nothing.class);
        assertThat(accounts.runAsSystem(() -> archive.byPost(post)))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.externalId()).isEqualTo(source + "#1");
                    assertThat(standing.form().joint()).isEqualTo(JointGrade.NONE);
                    assertThat(standing.queue()).isEqualTo(queue);
                });
    }

    @Test
    void one_screen_is_read_with_a_few_statements() {
        var queue = judging.queue(1, "en", 9);
        judging.next(ana, queue);
        assertThat(statements(() -> judging.next(ana, queue))).isLessThanOrEqualTo(6);
    }

    @Test
    void verdicts_are_paged_by_rising_id() {
        var queue = judging.queue(1, "en", 5);
        for (var i = 0; i < 5; i++) {
            stored(judging.submit(ana, judging.next(ana, queue), violating()));
        }
        var filter = new VerdictFilter(queue);
        var first = accounts.runAsSystem(() -> archive.page(filter, null, 3));
        var second =
                accounts.runAsSystem(() -> archive.page(filter, first.getLast().id(), 3));
        assertThat(first)
                .hasSize(3)
                .allSatisfy(verdict -> assertThat(verdict.cited()).hasSize(2));
        assertThat(second).hasSize(2);
        assertThat(accounts.runAsSystem(() -> archive.count(filter))).isEqualTo(5);
    }

    private int statements(Runnable work) {
        var count = new AtomicInteger();
        var configuration = (DefaultConfiguration) db.configuration();
        var before = configuration.executeListenerProviders();
        var thread = Thread.currentThread();
        configuration.setExecuteListener(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == thread) {
                    count.incrementAndGet();
                }
            }
        });
        try {
            work.run();
        } finally {
            configuration.setExecuteListenerProvider(before);
        }
        return count.get();
    }

    private PolicyVersionId inForce() {
        return accounts.runAsSystem(() -> policies.inForce("harassment", Instant.now(), "en"))
                .orElseThrow()
                .id();
    }

    private PolicyVersion policies(PolicyVersionId id, String locale) {
        return accounts.runAsSystem(() -> policies.version(id, locale)).orElseThrow();
    }

    private ImportOutcome imported(ImportedVerdict verdict) {
        return accounts.runAsSystem(() -> transaction.execute(status -> archive.recordImported(verdict)));
    }
}
