package org.conjoint.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.jooq.work.Tables.DRAFT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class DraftPurgePersistenceTest {

    private static final String BODY = "{\"reading\":\"half\"}";

    @Autowired
    Accounts accounts;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftRows rows;

    @Autowired
    Submissions submissions;

    @Autowired
    DraftPurge purge;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private UserId ana;

    @BeforeEach
    void rater() {
        ana = People.person(accounts, Role.RATER);
    }

    @Test
    void a_draft_is_forgotten_once_its_item_is_submitted_and_others_stay() {
        var inHand = take(3);
        inHand.forEach(lease -> draft(lease, 0));
        submit(inHand.get(0));
        submit(inHand.get(1));
        draft(inHand.get(1), 1);
        round();
        assertThat(body(inHand.get(0))).isFalse();
        assertThat(body(inHand.get(1))).as("written after the submission").isTrue();
        assertThat(body(inHand.get(2))).as("not submitted").isTrue();
        assertThat(as(() -> drafts.save(inHand.get(0).id(), 1, BODY))).isInstanceOf(DraftSave.SavedWithoutLease.class);
    }

    @Test
    void a_draft_that_was_left_is_forgotten_after_ninety_days_but_not_while_its_item_is_in_hand() {
        var inHand = take(3);
        inHand.forEach(lease -> draft(lease, 0));
        as(() -> leases.release(inHand.get(0).id()));
        as(() -> leases.release(inHand.get(1).id()));
        saved(inHand.get(0), Duration.ofDays(91));
        saved(inHand.get(1), Duration.ofDays(89));
        saved(inHand.get(2), Duration.ofDays(91));
        round();
        assertThat(body(inHand.get(0))).isFalse();
        assertThat(body(inHand.get(1))).isTrue();
        assertThat(body(inHand.get(2))).as("in hand").isTrue();
    }

    @Test
    void a_draft_that_was_saved_since_it_was_looked_at_stays() {
        var lease = take(1).getFirst();
        draft(lease, 0);
        var seen = new DraftRows.Kept(lease.item(), ana, 1, Instant.EPOCH, null, null);
        draft(lease, 1);
        rows.delete(List.of(seen));
        assertThat(body(lease)).isTrue();
    }

    @Test
    void drafts_are_looked_at_in_order_a_few_at_a_time() {
        var inHand = take(3);
        inHand.forEach(lease -> draft(lease, 0));
        var before = new DraftRows.Kept(inHand.get(0).item(), new UserId(1), 1, Instant.EPOCH, null, null);
        var first = rows.after(before, 2);
        assertThat(first)
                .extracting(DraftRows.Kept::item)
                .containsExactly(inHand.get(0).item(), inHand.get(1).item());
        assertThat(rows.after(first.getLast(), 2))
                .first()
                .extracting(DraftRows.Kept::item)
                .isEqualTo(inHand.get(2).item());
    }

    @Test
    void drafts_are_kept_for_a_day_at_least() {
        assertThatThrownBy(() -> new DraftPurge(rows, clock, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conjoint.work.draft-days is 1 or more, not 0");
    }

    /** From wherever it stands to the end, and then once through all. */
    private void round() {
        for (var ends = 0; ends < 2; ) {
            ends += purge.sweep() ? 1 : 0;
        }
    }

    private List<Lease> take(int count) {
        var queue = accounts.runAsSystem(() -> {
            var made = queues.create(QueueData.verdicts("drafts " + UUID.randomUUID(), "harassment", "en", 1));
            queues.add(
                    made,
                    LongStream.rangeClosed(1, count)
                            .mapToObj(id -> new Subject(SubjectKind.POST, id, 1))
                            .toList());
            return made;
        });
        return as(() -> leases.take(queue, count));
    }

    private void draft(Lease lease, int base) {
        assertThat(as(() -> drafts.save(lease.id(), base, BODY))).isNotInstanceOf(DraftSave.Conflict.class);
    }

    private boolean body(Lease lease) {
        return as(() -> drafts.find(lease.id())).isPresent();
    }

    private void saved(Lease lease, Duration ago) {
        db.update(DRAFT)
                .set(DRAFT.SAVED_AT, clock.instant().minus(ago))
                .where(DRAFT.ITEM_ID.eq(lease.item().value()))
                .execute();
    }

    private void submit(Lease lease) {
        var request = new SubmissionRequest(UUID.randomUUID(), lease.id(), lease.policyVersion(), "{}", 10);
        Acceptance accepted = as(() -> transaction.execute(status -> submissions.accept(request)));
        assertThat(accepted).isInstanceOf(Acceptance.Stored.class);
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAs(ana, work);
    }
}
