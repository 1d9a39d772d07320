package org.conjoint.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.jooq.audit.Tables.ENTRY;
import static org.conjoint.jooq.audit.Tables.HEAD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.conjoint.testing.PersistenceTest;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
@WithMockUser(roles = "ADMIN")
class AuditPersistenceTest {

    private static final long LENGTH = 8;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditVerification verification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Test
    void a_trail_that_nobody_touched_is_whole() {
        var chain = recorded();
        assertThat(findings(chain)).isEmpty();
    }

    @Test
    void recording_demands_the_callers_transaction() {
        assertThatThrownBy(() -> trail.record(event(newChain(), 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_no_record() {
        var chain = recorded();
        transaction.executeWithoutResult(status -> {
            trail.record(event(chain, 99));
            status.setRollbackOnly();
        });
        assertThat(db.fetchCount(ENTRY, ENTRY.CHAIN.eq(chain))).isEqualTo((int) LENGTH);
        assertThat(findings(chain)).isEmpty();
    }

    @Test
    void a_change_of_the_time_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY)
                .set(ENTRY.RECORDED_AT, Instant.EPOCH)
                .where(at(chain, 3))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Changed(chain, 3));
    }

    @Test
    void a_change_of_the_action_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY).set(ENTRY.ACTION, "other.action").where(at(chain, 1)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Changed(chain, 1));
    }

    @Test
    void a_change_of_the_subject_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY)
                .set(ENTRY.SUBJECT, "verdict:77")
                .where(at(chain, LENGTH))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Changed(chain, LENGTH));
    }

    @Test
    void a_change_of_the_details_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY)
                .set(ENTRY.DETAILS, "{\"n\":\"4 \"}")
                .where(at(chain, 4))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Changed(chain, 4));
    }

    @Test
    void a_change_of_the_previous_hash_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY)
                .set(ENTRY.PREVIOUS_HASH, "ab".repeat(32))
                .where(at(chain, 4))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Changed(chain, 4));
    }

    @Test
    void a_change_of_the_hash_is_found_at_its_entry() {
        var chain = recorded();
        db.update(ENTRY).set(ENTRY.HASH, "ab".repeat(32)).where(at(chain, 4)).execute();
        assertThat(findings(chain))
                .containsExactly(new AuditFinding.Changed(chain, 4), new AuditFinding.Unlinked(chain, 5));
    }

    @Test
    void a_change_of_the_position_is_found_where_it_was_and_where_it_is() {
        var chain = recorded();
        db.update(ENTRY).set(ENTRY.POSITION, 100L).where(at(chain, 4)).execute();
        assertThat(findings(chain))
                .containsExactly(
                        new AuditFinding.Removed(chain, 4, 4),
                        new AuditFinding.Removed(chain, LENGTH + 1, 99),
                        new AuditFinding.Moved(chain, 100, 4),
                        new AuditFinding.Added(chain, LENGTH + 1, 100));
    }

    @Test
    void an_entry_moved_to_another_chain_is_missed_in_one_and_found_in_the_other() {
        var from = recorded();
        var to = recorded();
        db.update(ENTRY)
                .set(ENTRY.CHAIN, to)
                .set(ENTRY.POSITION, LENGTH + 1)
                .where(at(from, 4))
                .execute();
        assertThat(findings(from)).containsExactly(new AuditFinding.Removed(from, 4, 4));
        assertThat(findings(to))
                .containsExactly(
                        new AuditFinding.Changed(to, LENGTH + 1), new AuditFinding.Added(to, LENGTH + 1, LENGTH + 1));
    }

    @Test
    void an_entry_replaced_together_with_its_hash_no_longer_links() {
        var chain = recorded();
        var old = entry(chain, 4);
        var forged = HashedEntry.of(
                chain, 4, old.recordedAt(), old.action(), "verdict:666", old.details(), old.previousHash());
        db.update(ENTRY)
                .set(ENTRY.SUBJECT, forged.subject())
                .set(ENTRY.HASH, forged.hash())
                .where(at(chain, 4))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Unlinked(chain, 5));
    }

    @Test
    void the_last_entry_replaced_together_with_its_hash_differs_from_the_end() {
        var chain = recorded();
        var old = entry(chain, LENGTH);
        var forged = HashedEntry.of(
                chain, LENGTH, old.recordedAt(), old.action(), "verdict:666", old.details(), old.previousHash());
        db.update(ENTRY)
                .set(ENTRY.SUBJECT, forged.subject())
                .set(ENTRY.HASH, forged.hash())
                .where(at(chain, LENGTH))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.HeadChanged(chain, LENGTH));
    }

    @Test
    void removal_in_the_middle_is_found_with_its_range() {
        var chain = recorded();
        db.deleteFrom(ENTRY)
                .where(ENTRY.CHAIN.eq(chain), ENTRY.POSITION.between(3L, 5L))
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Removed(chain, 3, 5));
    }

    @Test
    void removal_of_the_beginning_is_found_with_its_range() {
        var chain = recorded();
        db.deleteFrom(ENTRY).where(ENTRY.CHAIN.eq(chain), ENTRY.POSITION.le(2L)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Removed(chain, 1, 2));
    }

    @Test
    void removal_of_the_tail_is_found_with_its_range() {
        var chain = recorded();
        db.deleteFrom(ENTRY).where(ENTRY.CHAIN.eq(chain), ENTRY.POSITION.ge(7L)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Removed(chain, 7, LENGTH));
    }

    @Test
    void removal_of_all_entries_is_found_with_its_range() {
        var chain = recorded();
        db.deleteFrom(ENTRY).where(ENTRY.CHAIN.eq(chain)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Removed(chain, 1, LENGTH));
    }

    @Test
    void removal_of_the_end_is_found() {
        var chain = recorded();
        db.deleteFrom(HEAD).where(HEAD.CHAIN.eq(chain)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.HeadRemoved(chain));
    }

    @Test
    void removal_of_a_whole_chain_is_found() {
        var chain = recorded();
        db.deleteFrom(ENTRY).where(ENTRY.CHAIN.eq(chain)).execute();
        db.deleteFrom(HEAD).where(HEAD.CHAIN.eq(chain)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.ChainRemoved(chain));
    }

    @Test
    void a_chain_that_was_never_opened_is_found() {
        var chain = newChain();
        db.insertInto(HEAD, HEAD.CHAIN, HEAD.POSITION, HEAD.HASH)
                .values(chain, 0L, HashedEntry.ORIGIN)
                .execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.UnknownChain(chain));
    }

    @Test
    void neighbours_that_were_swapped_are_found_with_their_old_places() {
        var chain = recorded();
        swap(chain, 4, 5);
        assertThat(findings(chain))
                .containsExactly(new AuditFinding.Moved(chain, 4, 5), new AuditFinding.Moved(chain, 5, 4));
    }

    @Test
    void distant_entries_that_were_swapped_are_found_with_their_old_places() {
        var chain = recorded();
        swap(chain, 2, 6);
        assertThat(findings(chain)).contains(new AuditFinding.Moved(chain, 2, 6), new AuditFinding.Moved(chain, 6, 2));
    }

    @Test
    void a_turned_back_end_is_found_by_the_entries_past_it() {
        var chain = recorded();
        db.update(HEAD).set(HEAD.POSITION, 5L).where(HEAD.CHAIN.eq(chain)).execute();
        assertThat(findings(chain)).containsExactly(new AuditFinding.Added(chain, 6, LENGTH));
    }

    @Test
    void the_seal_changes_when_a_chain_is_rewritten_whole() {
        var chain = recorded();
        var before = verification.verify().seal();
        db.deleteFrom(ENTRY).where(at(chain, LENGTH)).execute();
        db.update(HEAD)
                .set(HEAD.POSITION, LENGTH - 1)
                .set(HEAD.HASH, entry(chain, LENGTH - 1).hash())
                .where(HEAD.CHAIN.eq(chain))
                .execute();
        assertThat(findings(chain)).isEmpty();
        assertThat(verification.verify().seal()).isNotEqualTo(before);
    }

    @Test
    void unusual_text_comes_back_as_it_was_recorded() {
        var chain = newChain();
        var details = new TreeMap<>(Map.of(
                "ctrl",
                "a\u0000b\nc\t\u007f",
                "quote",
                "\"\\\"",
                "half",
                "\ud83d",
                "emoji",
                "💐",
                "ar",
                "مرحبا\u200f"));
        transaction.executeWithoutResult(
                status -> trail.record(new AuditEvent(chain, "odd.text", "post:“é💐”", details)));
        assertThat(findings(chain)).isEmpty();
        assertThat(entry(chain, 1).details())
                .isEqualTo("{\"ar\":\"مرحبا\u200f\",\"ctrl\":\"a\\u0000b\\u000ac\\u0009\\u007f\","
                        + "\"emoji\":\"💐\",\"half\":\"\\ud83d\",\"quote\":\"\\\"\\\\\\\"\"}");
    }

    @Test
    void many_threads_of_one_actor_append_one_chain_without_a_fork() throws Exception {
        var chain = newChain();
        inThreads(16, thread -> {
            for (var i = 0; i < 20; i++) {
                var n = thread * 100 + i;
                transaction.executeWithoutResult(status -> trail.record(event(chain, n)));
            }
        });
        assertThat(db.fetchCount(ENTRY, ENTRY.CHAIN.eq(chain))).isEqualTo(16 * 20);
        assertThat(findings(chain)).isEmpty();
    }

    @Test
    void many_new_actors_at_once_get_a_chain_each_while_the_trail_is_verified() throws Exception {
        var mark = newChain();
        inThreads(16, thread -> {
            if (thread == 0) {
                for (var i = 0; i < 3; i++) {
                    assertThat(verification.verify().findings())
                            .filteredOn(finding -> finding.chain().startsWith(mark))
                            .isEmpty();
                }
            }
            for (var i = 0; i < 20; i++) {
                var n = i;
                transaction.executeWithoutResult(status -> trail.record(event(mark + "-" + (thread + n) % 20, n)));
            }
        });
        assertThat(db.fetchCount(HEAD, HEAD.CHAIN.startsWith(mark))).isEqualTo(20);
        assertThat(db.fetchCount(ENTRY, ENTRY.CHAIN.startsWith(mark))).isEqualTo(16 * 20);
        assertThat(verification.verify().findings())
                .filteredOn(finding -> finding.chain().startsWith(mark))
                .isEmpty();
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void inThreads(int count, Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Void>> tasks = IntStream.range(0, count)
                    .<Callable<Void>>mapToObj(thread -> new DelegatingSecurityContextCallable<>(() -> {
                        work.run(thread);
                        return null;
                    }))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    /** A new chain with eight entries. */
    private String recorded() {
        var chain = newChain();
        LongStream.rangeClosed(1, LENGTH)
                .forEach(n -> transaction.executeWithoutResult(status -> trail.record(event(chain, n))));
        return chain;
    }

    private static String newChain() {
        return "user:test-" + UUID.randomUUID();
    }

    private static AuditEvent event(String actor, long n) {
        return new AuditEvent(actor, "verdict.submitted", "verdict:" + n, new TreeMap<>(Map.of("n", "" + n)));
    }

    private List<AuditFinding> findings(String chain) {
        return verification.verify().findings().stream()
                .filter(finding -> finding.chain().equals(chain))
                .toList();
    }

    private void swap(String chain, long one, long other) {
        LongFunction<Condition> at = position -> at(chain, position);
        db.update(ENTRY).set(ENTRY.POSITION, 0L).where(at.apply(one)).execute();
        db.update(ENTRY).set(ENTRY.POSITION, one).where(at.apply(other)).execute();
        db.update(ENTRY).set(ENTRY.POSITION, other).where(at.apply(0)).execute();
    }

    private HashedEntry entry(String chain, long position) {
        return new AuditChains(db).page(chain, position - 1, 1).getFirst();
    }

    private static Condition at(String chain, long position) {
        return ENTRY.CHAIN.eq(chain).and(ENTRY.POSITION.eq(position));
    }
}
