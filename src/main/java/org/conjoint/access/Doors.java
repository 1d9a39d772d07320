package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.LOCKOUT;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts by account and by address, and shuts a door for twice as long with each further failure. An attempt
 * counts as failed from its beginning until it has succeeded, so many attempts at once gain nothing.
 */
@Component
class Doors {

    private final DSLContext db;
    private final AuditTrail audit;
    private final AccessProperties.SignIn limits;
    private final Clock clock;

    Doors(DSLContext db, AuditTrail audit, AccessProperties properties, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.limits = properties.signIn();
        this.clock = clock;
    }

    private record State(int failures, Instant lastFailureAt, Instant lockedUntil) {}

    /** Begins an attempt, or says until when none may be made. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Admission enter(String account, String address) {
        var now = clock.instant();
        var byAccount = lock(accountDoor(account), now);
        var byAddress = lock(addressDoor(address), now);
        var until = byAccount.lockedUntil().isAfter(byAddress.lockedUntil())
                ? byAccount.lockedUntil()
                : byAddress.lockedUntil();
        if (until.isAfter(now)) {
            return new Admission.Locked(until);
        }
        count(accountDoor(account), byAccount.failures() + 1, limits.accountFailures(), now);
        count(addressDoor(address), byAddress.failures() + 1, limits.addressFailures(), now);
        return new Admission.Open();
    }

    /** Ends an attempt that succeeded: the account's failures are forgotten, the address's go back by this one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void passed(String account, String address) {
        db.deleteFrom(LOCKOUT).where(LOCKOUT.DOOR.eq(accountDoor(account))).execute();
        var stillShut = when(LOCKOUT.FAILURES.gt(limits.addressFailures()), LOCKOUT.LOCKED_UNTIL);
        db.update(LOCKOUT)
                .set(LOCKOUT.LOCKED_UNTIL, stillShut)
                .set(LOCKOUT.FAILURES, LOCKOUT.FAILURES.minus(1))
                .where(LOCKOUT.DOOR.eq(addressDoor(address)), LOCKOUT.FAILURES.gt(0))
                .execute();
    }

    /** Ends an attempt that failed; says until when the door is shut now, if it is. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Admission failed(String account, String address) {
        var now = clock.instant();
        var shut = db.select(LOCKOUT.DOOR, LOCKOUT.FAILURES, LOCKOUT.LOCKED_UNTIL)
                .from(LOCKOUT)
                .where(LOCKOUT.DOOR.in(accountDoor(account), addressDoor(address)), LOCKOUT.LOCKED_UNTIL.gt(now))
                .orderBy(LOCKOUT.LOCKED_UNTIL.desc())
                .fetch();
        for (var door : shut) {
            audit.record(new AuditEvent(
                    "sign-in",
                    "sign-in.locked",
                    door.value1(),
                    new TreeMap<>(Map.of(
                            "failures", door.value2().toString(),
                            "until", door.value3().toString()))));
        }
        db.deleteFrom(LOCKOUT)
                .where(LOCKOUT.LAST_FAILURE_AT.lt(now.minus(limits.forgetAfter())))
                .execute();
        return shut.isEmpty()
                ? new Admission.Open()
                : new Admission.Locked(shut.getFirst().value3());
    }

    /** How long a door is shut after a number of failures. */
    Duration lockAfter(int failures, int allowed) {
        if (failures < allowed) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failures - allowed, 20);
        var lock = limits.firstLock().multipliedBy(1L << doublings);
        return lock.compareTo(limits.longestLock()) > 0 ? limits.longestLock() : lock;
    }

    private State lock(String door, Instant now) {
        try {
            db.insertInto(LOCKOUT)
                    .set(LOCKOUT.DOOR, door)
                    .set(LOCKOUT.FAILURES, 0)
                    .set(LOCKOUT.LAST_FAILURE_AT, now)
                    .onConflictDoNothing()
                    .execute();
        } catch (DuplicateKeyException madeMeanwhile) {
            // H2 merges instead, and two merges at once may both try to insert.
        }
        var row = db.select(LOCKOUT.FAILURES, LOCKOUT.LAST_FAILURE_AT, LOCKOUT.LOCKED_UNTIL)
                .from(LOCKOUT)
                .where(LOCKOUT.DOOR.eq(door))
                .forUpdate()
                .fetchSingle();
        var old = row.value2().plus(limits.forgetAfter()).isBefore(now);
        return new State(old ? 0 : row.value1(), row.value2(), row.value3() == null ? Instant.EPOCH : row.value3());
    }

    private void count(String door, int failures, int allowed, Instant now) {
        var lock = lockAfter(failures, allowed);
        db.update(LOCKOUT)
                .set(LOCKOUT.FAILURES, failures)
                .set(LOCKOUT.LAST_FAILURE_AT, now)
                .set(LOCKOUT.LOCKED_UNTIL, lock.isPositive() ? now.plus(lock) : null)
                .where(LOCKOUT.DOOR.eq(door))
                .execute();
    }

    private static String accountDoor(String account) {
        return "account:" + account;
    }

    private static String addressDoor(String address) {
        return "address:" + address;
    }
}
