package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.moderation.Judging.stored;
import static org.conjoint.testing.Forms.violating;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PersistenceTest
class VerdictCorrectionsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    VerdictArchive archive;

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
    void a_correction_is_a_new_revision_with_who_and_why_and_the_first_stays_readable() {
        var queue = judging.queue(1, "en", 1);
        var stored = stored(judging.submit(ana, judging.next(ana, queue), violating()));
        var milder = violating().toBuilder().joint(JointGrade.BORDERLINE).build();
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        var correction = new VerdictCorrection(UUID.randomUUID(), stored.id(), 1, milder, "the exception HAR-A1 holds");
        assertThat(judging.correct(ben, correction)).isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(judging.correct(lead, correction))
                .isInstanceOfSatisfying(
                        VerdictOutcome.Stored.class,
                        second -> assertThat(second.receipt().revision()).isEqualTo(2));
        assertThat(judging.correct(lead, correction)).isInstanceOf(VerdictOutcome.Repeated.class);
        var unexplained = new VerdictCorrection(UUID.randomUUID(), stored.id(), 2, milder, " ");
        assertThat(judging.correct(ana, unexplained))
                .isEqualTo(new VerdictOutcome.Invalid(
                        List.of(new Problem("reason", "missing", "Say why it is corrected"))));
        var stale = new VerdictCorrection(UUID.randomUUID(), stored.id(), 1, milder, "again");
        assertThat(judging.correct(ana, stale)).isEqualTo(new VerdictOutcome.Conflict(2));

        var history = accounts.runAsSystem(() -> archive.history(stored.id()));
        assertThat(history).extracting(Verdict::revision).containsExactly(2, 1);
        assertThat(history.get(0).form().joint()).isEqualTo(JointGrade.BORDERLINE);
        assertThat(history.get(0).rater()).isEqualTo(ana);
        assertThat(history.get(0).supersededAt()).isNull();
        assertThat(history.get(1).form().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(history.get(1).supersededAt()).isNotNull();
    }

    @Test
    void a_correction_that_changes_nothing_is_refused_and_no_revision_is_written() {
        var queue = judging.queue(1, "en", 1);
        var first = stored(judging.submit(ana, judging.next(ana, queue), violating()));
        var same = violating().toBuilder()
                .grades(Map.of(Part.CAPTION, PartGrade.BORDERLINE))
                .reading(" " + violating().reading() + " ")
                .build();
        assertThat(judging.correct(ana, correction(first.id(), 1, same, "I have thought again")))
                .isEqualTo(new VerdictOutcome.Invalid(List.of(new Problem(
                        "form", "unchanged", "Nothing is changed: change an answer, or leave it as it is"))));
        assertThat(accounts.runAsSystem(() -> archive.history(first.id())))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.supersededAt()).isNull());
        stored(judging.correct(ana, correction(first.id(), 1, milder(), "I have thought again")));
    }

    @Test
    void of_two_corrections_at_once_one_is_stored_and_the_other_hears_of_it() throws Exception {
        var queue = judging.queue(1, "en", 10);
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        for (var round = 0; round < 10; round++) {
            var id = stored(judging.submit(ana, judging.next(ana, queue), violating()))
                    .id();
            List<Callable<VerdictOutcome>> sends = List.of(
                    () -> judging.correct(ana, correction(id, 1, milder(), "I missed the irony")),
                    () -> judging.correct(lead, correction(id, 1, surer(), "It is plain")));
            try (var pool = Executors.newFixedThreadPool(2)) {
                var sent = pool.invokeAll(sends);
                var outcomes = List.of(sent.get(0).get(), sent.get(1).get());
                assertThat(outcomes)
                        .filteredOn(VerdictOutcome.Stored.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes).contains(new VerdictOutcome.Conflict(2));
            }
            assertThat(accounts.runAsSystem(() -> archive.history(id))).hasSize(2);
        }
    }

    @Test
    void a_client_id_stands_for_one_correction_by_one_person() {
        var queue = judging.queue(1, "en", 2);
        var first = stored(judging.submit(ana, judging.next(ana, queue), violating()));
        var second = stored(judging.submit(ana, judging.next(ana, queue), violating()));
        var lead = People.person(accounts, Role.QUALITY_LEAD);
        var clientId = UUID.randomUUID();
        var given = new VerdictCorrection(clientId, first.id(), 1, milder(), "I missed the irony");
        var corrected = stored(judging.correct(ana, given));
        assertThat(judging.correct(ana, given)).isEqualTo(new VerdictOutcome.Repeated(first.id(), corrected.receipt()));
        assertThat(judging.correct(lead, given)).isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(judging.correct(
                        ana, new VerdictCorrection(clientId, second.id(), 1, milder(), "I missed the irony")))
                .isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(judging.correct(ana, new VerdictCorrection(clientId, first.id(), 2, surer(), "Once more")))
                .isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(judging.correct(
                        ana, new VerdictCorrection(first.receipt().clientId(), second.id(), 1, milder(), "Once more")))
                .isInstanceOf(VerdictOutcome.Refused.class);
        assertThat(accounts.runAsSystem(() -> archive.history(first.id()))).hasSize(2);
        assertThat(accounts.runAsSystem(() -> archive.history(second.id()))).hasSize(1);
    }

    private static VerdictForm milder() {
        return violating().toBuilder().joint(JointGrade.BORDERLINE).build();
    }

    private static VerdictForm surer() {
        return violating().toBuilder()
                .reading("Dana stinks, and all shall hear it")
                .build();
    }

    private static VerdictCorrection correction(VerdictId id, int base, VerdictForm form, String reason) {
        return new VerdictCorrection(UUID.randomUUID(), id, base, form, reason);
    }
}
