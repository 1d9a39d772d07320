package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.conjoint.audit.AuditTrail;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class DoorsPersistenceTest {

    private static final AccessProperties.SignIn LIMITS = new AccessProperties.SignIn(
            5, 20, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(24));

    @Autowired
    DSLContext db;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    private final Hands clock = new Hands();
    private final String account = "a-" + UUID.randomUUID();
    private final String address = "b-" + UUID.randomUUID();

    @Test
    void each_further_failure_doubles_the_time_that_the_door_is_shut() {
        var expected = new Duration[] {
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4),
        };
        for (var i = 0; i < 4; i++) {
            fail(address);
        }
        for (var duration : expected) {
            assertThat(fail(address)).isEqualTo(new Admission.Locked(clock.now.plus(duration)));
            clock.now = clock.now.plus(duration).plusSeconds(1);
        }
    }

    @Test
    void the_door_is_never_shut_for_longer_than_an_hour() {
        assertThat(doors().lockAfter(500, 5)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void attempts_while_the_door_is_shut_do_not_shut_it_for_longer() {
        for (var i = 0; i < 5; i++) {
            fail(address);
        }
        var until = clock.now.plusSeconds(30);
        for (var i = 0; i < 10; i++) {
            assertThat(enter(address)).isEqualTo(new Admission.Locked(until));
        }
    }

    @Test
    void success_forgets_the_failures_of_the_account() {
        for (var i = 0; i < 4; i++) {
            fail(address);
        }
        assertThat(enter(address)).isInstanceOf(Admission.Open.class);
        transaction.executeWithoutResult(status -> doors().passed(account, address));
        assertThat(fail(address)).isInstanceOf(Admission.Open.class);
    }

    @Test
    void failures_are_forgotten_after_a_quiet_day() {
        for (var i = 0; i < 5; i++) {
            fail(address);
        }
        clock.now = clock.now.plus(Duration.ofHours(25));
        assertThat(fail(address)).isInstanceOf(Admission.Open.class);
    }

    @Test
    void an_address_that_tries_many_accounts_is_shut_out() {
        for (var i = 0; i < 20; i++) {
            enter(account + i, address);
        }
        assertThat(enter(account + "next", address)).isInstanceOf(Admission.Locked.class);
    }

    @Test
    void many_people_behind_one_address_who_know_their_passwords_are_let_in() {
        for (var i = 0; i < 60; i++) {
            var other = account + i;
            assertThat(enter(other, address)).isInstanceOf(Admission.Open.class);
            transaction.executeWithoutResult(status -> doors().passed(other, address));
        }
    }

    @Test
    void many_attempts_at_once_gain_nothing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            var attempts = IntStream.range(0, 40)
                    .<Callable<Admission>>mapToObj(i -> () -> enter(address + "-" + i))
                    .toList();
            var open = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                open += attempt.get() instanceof Admission.Open ? 1 : 0;
            }
            assertThat(open).isEqualTo(5);
        }
    }

    @Test
    void addresses_of_one_ipv6_network_share_a_door() {
        assertThat(Addresses.network("2001:db8:1:2::7")).isEqualTo(Addresses.network("2001:db8:1:2:ffff::1"));
        assertThat(Addresses.network("2001:db8:1:3::7")).isNotEqualTo(Addresses.network("2001:db8:1:2::7"));
        assertThat(Addresses.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Addresses.network("not an address")).isEqualTo("unknown");
    }

    private Admission fail(String from) {
        enter(from);
        return Objects.requireNonNull(transaction.execute(status -> doors().failed(account, from)));
    }

    private Admission enter(String from) {
        return enter(account, from);
    }

    private Admission enter(String who, String from) {
        return Objects.requireNonNull(transaction.execute(status -> doors().enter(who, from)));
    }

    private Doors doors() {
        return new Doors(db, audit, new AccessProperties(false, false, LIMITS), clock);
    }

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
