package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.SERVICE_TOKEN;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for the REST interface. A token acts as the account that made it, with the roles it has at each call. */
@Service
public class ServiceTokens {

    private static final String PREFIX = "conjoint_";

    private final DSLContext db;
    private final AccountRows accounts;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final AccessProperties properties;
    private final Clock clock;

    ServiceTokens(
            DSLContext db,
            AccountRows accounts,
            AuditTrail audit,
            CurrentUser currentUser,
            AccessProperties properties,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.audit = audit;
        this.currentUser = currentUser;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a token for the account at work.
     *
     * @param label what it is for, 1 to 80 characters
     * @return the token, which cannot be shown again
     */
    @Transactional
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public String issue(String label, @Nullable Instant expiresAt) {
        if (label.isBlank() || label.length() > 80) {
            throw new IllegalArgumentException("Say in 1 to 80 characters what the token is for");
        }
        var token = PREFIX + Secrets.random();
        var id = db.insertInto(SERVICE_TOKEN)
                .set(SERVICE_TOKEN.ACCOUNT_ID, currentUser.id().value())
                .set(SERVICE_TOKEN.LABEL, label.strip())
                .set(SERVICE_TOKEN.TOKEN_HASH, Secrets.hash(token))
                .set(SERVICE_TOKEN.CREATED_AT, clock.instant())
                .set(SERVICE_TOKEN.EXPIRES_AT, expiresAt)
                .returningResult(SERVICE_TOKEN.ID)
                .fetchSingle()
                .value1();
        audit.record(new AuditEvent(
                currentUser.actor(), "token.issued", "token:" + id, new TreeMap<>(Map.of("label", label.strip()))));
        return token;
    }

    /** Ends one's own token; an administrator ends any. */
    @Transactional
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public void revoke(long id) {
        var mine = currentUser.has(Role.ADMIN)
                ? SERVICE_TOKEN.ID.eq(id)
                : SERVICE_TOKEN
                        .ID
                        .eq(id)
                        .and(SERVICE_TOKEN.ACCOUNT_ID.eq(currentUser.id().value()));
        var revoked = db.update(SERVICE_TOKEN)
                .set(SERVICE_TOKEN.REVOKED_AT, clock.instant())
                .where(mine, SERVICE_TOKEN.REVOKED_AT.isNull())
                .execute();
        if (revoked == 1) {
            audit.record(new AuditEvent(currentUser.actor(), "token.revoked", "token:" + id));
        }
    }

    /** The tokens of the account at work, newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public List<ServiceToken> mine() {
        return db.select(
                        SERVICE_TOKEN.ID,
                        SERVICE_TOKEN.ACCOUNT_ID,
                        SERVICE_TOKEN.LABEL,
                        SERVICE_TOKEN.CREATED_AT,
                        SERVICE_TOKEN.EXPIRES_AT,
                        SERVICE_TOKEN.REVOKED_AT)
                .from(SERVICE_TOKEN)
                .where(SERVICE_TOKEN.ACCOUNT_ID.eq(currentUser.id().value()))
                .orderBy(SERVICE_TOKEN.ID.desc())
                .fetch(row -> new ServiceToken(
                        row.value1(),
                        new UserId(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /** The account that a token stands for, while the token holds and the account is open. */
    Optional<Account> account(String token) {
        return db.select(SERVICE_TOKEN.ACCOUNT_ID)
                .from(SERVICE_TOKEN)
                .where(SERVICE_TOKEN.TOKEN_HASH.eq(Secrets.hash(token)))
                .and(SERVICE_TOKEN.REVOKED_AT.isNull())
                .and(SERVICE_TOKEN.EXPIRES_AT.isNull().or(SERVICE_TOKEN.EXPIRES_AT.gt(clock.instant())))
                .fetchOptional(row -> new UserId(row.value1()))
                .flatMap(accounts::find)
                .filter(account -> account.enabled() && (properties.demo() || !account.demo()));
    }
}
