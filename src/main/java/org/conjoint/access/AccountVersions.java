package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.ACCOUNT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which version each account at work has, so that a change ends its sessions within seconds on every instance. */
@Component
class AccountVersions {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(5);

    private final DSLContext db;
    private final Clock clock;
    private final Map<UserId, Known> known = new ConcurrentHashMap<>();

    private record Known(int version, Instant at) {}

    AccountVersions(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether a session may go on: the account is still as it was at sign-in. */
    boolean isCurrent(SignedIn signedIn) {
        return current(signedIn.id()) == signedIn.version();
    }

    /** Forgets what is known of an account once the running transaction has ended. */
    void changed(UserId id) {
        known.remove(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.remove(id);
            }
        });
    }

    private int current(UserId id) {
        var now = clock.instant();
        var found = known.get(id);
        if (found == null || found.at().plus(TRUSTED_FOR).isBefore(now)) {
            found = new Known(read(id), now);
            known.put(id, found);
        }
        return found.version();
    }

    private int read(UserId id) {
        return db.select(ACCOUNT.VERSION)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()), ACCOUNT.ENABLED.isTrue())
                .fetchOptional(ACCOUNT.VERSION)
                .orElse(-1);
    }
}
