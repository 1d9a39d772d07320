package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.FIRST_LINK;

import java.time.Clock;
import java.util.EnumSet;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to the first account of an installation: while nobody can administer it, each start prints a new link to the
 * log, which works once and for a day.
 */
@Service
public class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final DSLContext db;
    private final AccountRows rows;
    private final Accounts accounts;
    private final AccessProperties properties;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final Clock clock;

    FirstAdministrator(
            DSLContext db,
            AccountRows rows,
            Accounts accounts,
            AccessProperties properties,
            TransactionTemplate transaction,
            Environment environment,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.accounts = accounts;
        this.properties = properties;
        this.transaction = transaction;
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether a link would be taken now. */
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return !rows.hasAdministrator()
                && db.fetchExists(
                        FIRST_LINK,
                        FIRST_LINK.TOKEN_HASH.eq(Secrets.hash(token)),
                        FIRST_LINK.USED_AT.isNull(),
                        FIRST_LINK.EXPIRES_AT.gt(clock.instant()));
    }

    /**
     * Makes the administrator and ends the link.
     *
     * @throws LinkClosed when the link was used, has run out, or somebody administers already
     * @throws WeakPassword when the password is too short or too common
     */
    @Transactional
    public Account create(String token, String name, String displayName, String password) {
        var used = db.update(FIRST_LINK)
                .set(FIRST_LINK.USED_AT, clock.instant())
                .where(FIRST_LINK.TOKEN_HASH.eq(Secrets.hash(token)))
                .and(FIRST_LINK.USED_AT.isNull())
                .and(FIRST_LINK.EXPIRES_AT.gt(clock.instant()))
                .execute();
        if (used != 1 || rows.hasAdministrator()) {
            throw new LinkClosed();
        }
        var data = new AccountData(name, displayName, EnumSet.of(Role.ADMIN), AccountKind.PERSON, "en");
        return accounts.create(data, password, "system", false);
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        var port = environment.getProperty("local.server.port");
        if (port != null && !properties.demo() && !rows.hasAdministrator()) {
            var token = newLink();
            LOG.info(
                    "Nobody administers this installation yet. Open this link within {} hours; it works once:\n"
                            + "    http://localhost:{}/first-administrator?token={}",
                    properties.signIn().firstLink().toHours(),
                    port,
                    token);
        }
    }

    /** Makes a link and ends all earlier ones. */
    String newLink() {
        var token = Secrets.random();
        transaction.executeWithoutResult(status -> {
            db.deleteFrom(FIRST_LINK).where(FIRST_LINK.USED_AT.isNull()).execute();
            db.insertInto(FIRST_LINK)
                    .set(FIRST_LINK.TOKEN_HASH, Secrets.hash(token))
                    .set(
                            FIRST_LINK.EXPIRES_AT,
                            clock.instant().plus(properties.signIn().firstLink()))
                    .execute();
        });
        return token;
    }
}
