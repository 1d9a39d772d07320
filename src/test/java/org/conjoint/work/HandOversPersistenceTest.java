package org.conjoint.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.conjoint.access.AccountData;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class HandOversPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Queues queues;

    @Autowired
    Leases leases;

    @Autowired
    HandOvers handOvers;

    private UserId ana;
    private UserId ben;

    @BeforeEach
    void people() {
        ana = person(Role.RATER);
        ben = person(Role.RATER);
    }

    @Test
    void people_with_the_role_who_never_had_the_item_are_offered_and_nobody_else() {
        var ranker = person(Role.RANKER);
        var chie = person(Role.RATER);
        var service = People.person(accounts, Role.RATER);
        var queue = queue(2);
        var benHas = as(ben, () -> leases.take(queue, 1)).getFirst();
        as(ben, () -> leases.skip(benHas.id(), DeclineReason.WRONG_LANGUAGE, null));
        var lease = as(ana, () -> leases.take(queue, 4)).stream()
                .filter(each -> each.item().equals(benHas.item()))
                .findFirst()
                .orElseThrow();
        var offered = as(ana, () -> handOvers.receivers(lease.id())).stream()
                .map(Receiver::id)
                .toList();
        assertThat(offered).contains(chie).doesNotContain(ana, ben, ranker, service);
        assertThat(as(chie, () -> handOvers.receivers(lease.id()))).isEmpty();
    }

    @Test
    void the_receiver_reads_from_whom_an_item_came_and_why_and_the_giver_does_not() {
        var queue = queue(1);
        var lease = as(ana, () -> leases.take(queue, 1)).getFirst();
        assertThat(as(ana, () -> handOvers.origin(lease.item()))).isEmpty();
        assertThat(as(ana, () -> leases.handOver(lease.id(), ben, "speaks Arabic")))
                .isInstanceOf(HandOver.Done.class);
        var origin = as(ben, () -> handOvers.origin(lease.item())).orElseThrow();
        assertThat(origin.reason()).isEqualTo("speaks Arabic");
        assertThat(origin.from())
                .isEqualTo(as(ben, () -> accounts.displayNames(List.of(ana))).get(ana));
        assertThat(as(ana, () -> handOvers.origin(lease.item()))).isEmpty();
    }

    /** Somebody who can sign in; only such are offered. */
    private UserId person(Role role) {
        var name = "hands-" + UUID.randomUUID();
        var data = new AccountData(name, name, EnumSet.of(role), AccountKind.PERSON, "en");
        return accounts.runAsSystem(() -> accounts.create(data, "correct horse battery staple 42"))
                .id();
    }

    private QueueId queue(int overlap) {
        return accounts.runAsSystem(() -> {
            var queue =
                    queues.create(QueueData.verdicts("hand over " + UUID.randomUUID(), "harassment", "en", overlap));
            queues.add(
                    queue,
                    LongStream.rangeClosed(1, 3)
                            .mapToObj(id -> new Subject(SubjectKind.POST, 900_000 + id, 1))
                            .toList());
            return queue;
        });
    }

    private <T> T as(UserId user, Supplier<T> work) {
        return accounts.runAs(user, work);
    }
}
