package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.testing.Forms.CLAUSE;
import static org.conjoint.testing.Forms.violating;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.LeaseChange;
import org.conjoint.work.Leases;
import org.conjoint.work.LossCause;
import org.conjoint.work.QueueCounts;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class VerdictsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Policies policies;

    @Autowired
    Queues queues;

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

    private UserId ana;
    private UserId ben;

    @BeforeEach
    void people() {
        ana = People.person(accounts, Role.RATER);
        ben = People.person(accounts, Role.RATER);
    }

    @Test
    void a_verdict_is_found_as_it_was_given_with_the_hash_of_each_clause_text_in_the_locale_seen() {
        var queue = queue(1, "de", 1);
        var task = next(ana, queue);
        assertThat(task.policyVersion().locale()).isEqualTo("de");
        assertThat(task.parts()).containsExactly(Part.CAPTION);
        var form = violating();
        var stored = stored(submit(ana, task, form));

        var verdict = as(ana, () -> verdicts.find(stored.id())).orElseThrow();
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
        assertThat(as(ana, () -> verdicts.mine(null, 10))).containsExactly(verdict);
        assertThat(as(ben, () -> verdicts.find(stored.id()))).isEmpty();
        assertThat(accounts.runAsSystem(() -> archive.byPost(verdict.post()))).containsExactly(verdict);
    }

    @Test
    void an_invalid_form_writes_nothing_and_keeps_the_lease() {
        var queue = queue(1, "en", 1);
        var task = next(ana, queue);
        var outcome =
                submit(ana, task, violating().toBuilder().reading("too short").build());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        VerdictOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly("too_short"));
        assertThat(next(ana, queue).lease()).isEqualTo(task.lease());
        assertThat(as(ana, () -> verdicts.mine(null, 10))).isEmpty();
    }

    @Test
    void the_same_verdict_sent_twice_at_once_is_stored_once_and_both_get_the_receipt() throws Exception {
        var queue = queue(1, "en", 15);
        for (var round = 0; round < 15; round++) {
            var task = next(ana, queue);
            var clientId = UUID.randomUUID();
            Callable<VerdictOutcome> send = () -> submit(ana, task, violating(), clientId);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var sent = pool.invokeAll(List.of(send, send));
                var outcomes = List.of(sent.get(0).get(), sent.get(1).get());
                assertThat(outcomes)
                        .filteredOn(VerdictOutcome.Stored.class::isInstance)
                        .hasSize(1);
                var receipts = new HashSet<>();
                for (var outcome : outcomes) {
                    receipts.add(
                            switch (outcome) {
                                case VerdictOutcome.Stored one -> one.receipt();
                                case VerdictOutcome.Repeated one -> one.receipt();
                                default -> outcome;
                            });
                }
                assertThat(receipts).hasSize(1);
            }
        }
        assertThat(as(ana, () -> verdicts.mine(null, 100))).hasSize(15);
    }

    @Test
    void a_correction_is_a_new_revision_with_who_and_why_and_the_first_stays_readable() {
        var queue = queue(1, "en", 1);
        var stored = stored(submit(ana, next(ana, queue), violating()));
        var milder = violating().toBuilder().joint(JointGrade.BORDERLINE).build();
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        var correction = new VerdictCorrection(UUID.randomUUID(), stored.id(), 1, milder, "the exception HAR-A1 holds");
        assertThat(as(ben, () -> verdicts.correct(correction))).isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(as(lead, () -> verdicts.correct(correction)))
                .isInstanceOfSatisfying(
                        VerdictOutcome.Stored.class,
                        second -> assertThat(second.receipt().revision()).isEqualTo(2));
        assertThat(as(lead, () -> verdicts.correct(correction))).isInstanceOf(VerdictOutcome.Repeated.class);
        var unexplained = new VerdictCorrection(UUID.randomUUID(), stored.id(), 2, milder, " ");
        assertThat(as(ana, () -> verdicts.correct(unexplained)))
                .isEqualTo(new VerdictOutcome.Invalid(
                        List.of(new Problem("reason", "missing", "Say why it is corrected"))));
        var stale = new VerdictCorrection(UUID.randomUUID(), stored.id(), 1, milder, "again");
        assertThat(as(ana, () -> verdicts.correct(stale))).isEqualTo(new VerdictOutcome.Conflict(2));

        var history = accounts.runAsSystem(() -> archive.history(stored.id()));
        assertThat(history).extracting(Verdict::revision).containsExactly(2, 1);
        assertThat(history.get(0).form().joint()).isEqualTo(JointGrade.BORDERLINE);
        assertThat(history.get(0).rater()).isEqualTo(ana);
        assertThat(history.get(0).supersededAt()).isNull();
        assertThat(history.get(1).form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(history.get(1).supersededAt()).isNotNull();
    }

    @Test
    void the_last_verdict_is_undone_within_a_minute_and_its_form_is_the_draft_again() {
        var queue = queue(1, "en", 1);
        var task = next(ana, queue);
        var stored = stored(submit(ana, task, violating()));
        assertThat(as(ana, verdicts::undoLast)).isInstanceOf(VerdictUndo.Undone.class);
        assertThat(as(ana, () -> verdicts.find(stored.id()))).isEmpty();
        assertThat(as(ana, verdicts::undoLast)).isInstanceOf(VerdictUndo.NothingToUndo.class);

        var again = next(ana, queue);
        assertThat(again.lease().id()).isEqualTo(task.lease().id());
        assertThat(again.draft().reading()).isEqualTo(violating().reading());
        var second = stored(submit(
                ana, again, violating().toBuilder().joint(JointGrade.BORDERLINE).build()));
        assertThat(second.id()).isEqualTo(stored.id());
        assertThat(second.receipt().revision()).isEqualTo(3);
        assertThat(counts(queue)).isEqualTo(new QueueCounts(1, 1, 0, 1, 0, 0));
    }

    @Test
    void a_verdict_for_a_lease_that_is_gone_is_kept_aside() {
        var queue = queue(1, "en", 1);
        var task = next(ana, queue);
        assertThat(as(ana, () -> leases.release(task.lease().id()))).isInstanceOf(LeaseChange.Returned.class);
        assertThat(submit(ana, task, violating())).isEqualTo(new VerdictOutcome.LeaseGone(LossCause.EXPIRED));
        stored(submit(ben, next(ben, queue), violating()));
        assertThat(submit(ana, task, violating())).isEqualTo(new VerdictOutcome.LeaseGone(LossCause.TAKEN));
    }

    @Test
    void imported_verdicts_count_once_toward_the_overlap_and_change_nothing_when_they_come_again() {
        var queue = queue(2, "en", 1);
        var post = new PostId(next(ana, queue).lease().subject().id());
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
        assertThat(counts(queue)).isEqualTo(new QueueCounts(1, 2, 1, 1, 0, 0));
        assertThat(as(ben, () -> tasks.next(queue))).isInstanceOf(RatingTask.Nothing.class);
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
        var queue = queue(1, "en", 9);
        next(ana, queue);
        assertThat(statements(() -> next(ana, queue))).isLessThanOrEqualTo(6);
    }

    @Test
    void verdicts_are_paged_by_rising_id() {
        var queue = queue(1, "en", 5);
        for (var i = 0; i < 5; i++) {
            stored(submit(ana, next(ana, queue), violating()));
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

    private QueueId queue(int overlap, String locale, int items) {
        return accounts.runAsSystem(() -> {
            var made =
                    queues.create(QueueData.verdicts("verdicts " + UUID.randomUUID(), "harassment", locale, overlap));
            for (var i = 0; i < items; i++) {
                var post = posts.put(new PostData(
                        "verdicts-" + UUID.randomUUID(),
                        "love the way you smell today, Dana",
                        null,
                        "en",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
                queues.add(made, List.of(new Subject(SubjectKind.POST, post.id().value(), post.revision())));
            }
            return made;
        });
    }

    private QueueCounts counts(QueueId queue) {
        return accounts.runAsSystem(() -> queues.find(queue)).orElseThrow().counts();
    }

    private RatingTask.Judge next(UserId rater, QueueId queue) {
        return (RatingTask.Judge) as(rater, () -> tasks.next(queue));
    }

    private VerdictOutcome submit(UserId rater, RatingTask.Judge task, VerdictForm form) {
        return submit(rater, task, form, UUID.randomUUID());
    }

    private VerdictOutcome submit(UserId rater, RatingTask.Judge task, VerdictForm form, UUID clientId) {
        var submission =
                new VerdictSubmission(clientId, task.lease().id(), task.lease().policyVersion(), form, 4200);
        return as(rater, () -> verdicts.submit(submission));
    }

    private static VerdictOutcome.Stored stored(VerdictOutcome outcome) {
        assertThat(outcome).isInstanceOf(VerdictOutcome.Stored.class);
        return (VerdictOutcome.Stored) outcome;
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
