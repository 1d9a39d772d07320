package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.ACCOUNT;
import static org.conjoint.jooq.access.Tables.ACCOUNT_ROLE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.conjoint.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All SQL of accounts and their roles. */
@Repository
class AccountRows {

    /** The source of accounts that were made here rather than imported. */
    static final String HERE = "";

    private static final Field<Set<Role>> ROLES = multiset(
                    DSL.select(ACCOUNT_ROLE.ROLE).from(ACCOUNT_ROLE).where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID)))
            .as("roles")
            .convertFrom(rows -> roles(rows.getValues(ACCOUNT_ROLE.ROLE)));

    private final DSLContext db;

    AccountRows(DSLContext db) {
        this.db = db;
    }

    UserId insert(
            String source,
            AccountData data,
            @Nullable String passwordHash,
            boolean enabled,
            boolean demo,
            Instant now) {
        var userId = insertAccount(source, data, passwordHash, enabled, demo, now)
                .map(UserId::new)
                .orElseThrow(() -> new NameTaken(data.name()));
        insertRoles(userId, data.roles());
        return userId;
    }

    private Optional<Long> insertAccount(
            String source,
            AccountData data,
            @Nullable String passwordHash,
            boolean enabled,
            boolean demo,
            Instant now) {
        try {
            return db.insertInto(ACCOUNT)
                    .set(ACCOUNT.VERSION, 1)
                    .set(ACCOUNT.SOURCE, source)
                    .set(ACCOUNT.NAME, data.name())
                    .set(ACCOUNT.DISPLAY_NAME, data.displayName())
                    .set(ACCOUNT.KIND, data.kind().name())
                    .set(ACCOUNT.LOCALE, data.locale())
                    .set(ACCOUNT.THEME, Theme.SYSTEM.name())
                    .set(ACCOUNT.ENABLED, enabled)
                    .set(ACCOUNT.DEMO, demo)
                    .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                    .set(ACCOUNT.CREATED_AT, now)
                    .onConflict(ACCOUNT.SOURCE, ACCOUNT.NAME)
                    .doNothing()
                    .returningResult(ACCOUNT.ID)
                    .fetchOptional(ACCOUNT.ID);
        } catch (DuplicateKeyException madeMeanwhile) {
            // H2 merges instead, and two merges at once may both try to insert.
            return Optional.empty();
        }
    }

    /** Changes an account; {@code false} when the version is not the current one. */
    boolean update(UserId id, int version, AccountData data, boolean enabled) {
        var changed = db.update(ACCOUNT)
                .set(ACCOUNT.VERSION, version + 1)
                .set(ACCOUNT.NAME, data.name())
                .set(ACCOUNT.DISPLAY_NAME, data.displayName())
                .set(ACCOUNT.LOCALE, data.locale())
                .set(ACCOUNT.ENABLED, enabled)
                .where(ACCOUNT.ID.eq(id.value()), ACCOUNT.VERSION.eq(version))
                .execute();
        if (changed == 1) {
            db.deleteFrom(ACCOUNT_ROLE)
                    .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(id.value()))
                    .execute();
            insertRoles(id, data.roles());
        }
        return changed == 1;
    }

    boolean updatePassword(UserId id, int version, String passwordHash) {
        return db.update(ACCOUNT)
                        .set(ACCOUNT.VERSION, version + 1)
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .where(ACCOUNT.ID.eq(id.value()), ACCOUNT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void updateTheme(UserId id, Theme theme) {
        db.update(ACCOUNT)
                .set(ACCOUNT.THEME, theme.name())
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    Optional<Theme> theme(UserId id) {
        return db.select(ACCOUNT.THEME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional(row -> Theme.valueOf(row.value1()));
    }

    Optional<String> passwordHash(UserId id) {
        return db.select(ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional(ACCOUNT.PASSWORD_HASH);
    }

    Optional<Account> find(UserId id) {
        return list(ACCOUNT.ID.eq(id.value()), 1).stream().findFirst();
    }

    Optional<Account> findByName(String source, String name) {
        return list(ACCOUNT.SOURCE.eq(source).and(ACCOUNT.NAME.eq(name)), 1).stream()
                .findFirst();
    }

    Map<UserId, String> displayNames(Collection<UserId> ids) {
        var names = new HashMap<UserId, String>();
        db.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(
                        new HashSet<>(ids).stream().map(UserId::value).toList()))
                .forEach(row -> names.put(new UserId(row.value1()), row.value2()));
        return names;
    }

    /** Enabled people with a role, by the names that people read. */
    SequencedMap<UserId, String> colleagues(Role role, int limit) {
        var names = new LinkedHashMap<UserId, String>();
        // formatter:off
        db
            .select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME)
            .from(ACCOUNT)
            .where(
                ACCOUNT.KIND.eq(AccountKind.PERSON.name()),
                ACCOUNT.ENABLED.isTrue(),
                exists(selectOne()
                    .from(ACCOUNT_ROLE)
                    .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID), ACCOUNT_ROLE.ROLE.eq(role.name()))))
            .orderBy(ACCOUNT.DISPLAY_NAME, ACCOUNT.ID)
            .limit(limit)
            .forEach(row -> names.put(new UserId(row.value1()), row.value2()));
        // formatter:on
        return names;
    }

    /** Accounts in the order of their ids. */
    List<Account> list(AccountFilter filter, @Nullable UserId after, int limit) {
        var condition = noCondition();
        if (filter.text() != null && !filter.text().isBlank()) {
            condition = condition.and(ACCOUNT.NAME
                    .containsIgnoreCase(filter.text().strip())
                    .or(ACCOUNT.DISPLAY_NAME.containsIgnoreCase(filter.text().strip())));
        }
        if (filter.kind() != null) {
            condition = condition.and(ACCOUNT.KIND.eq(filter.kind().name()));
        }
        if (filter.role() != null) {
            condition = condition.and(exists(selectOne()
                    .from(ACCOUNT_ROLE)
                    .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                    .and(ACCOUNT_ROLE.ROLE.eq(filter.role().name()))));
        }
        if (after != null) {
            condition = condition.and(ACCOUNT.ID.gt(after.value()));
        }
        return list(condition, limit);
    }

    /** Whether anyone can administer, now or after being enabled again. */
    boolean hasAdministrator() {
        return db.fetchExists(DSL.selectOne()
                .from(ACCOUNT)
                .join(ACCOUNT_ROLE)
                .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                .where(ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .and(ACCOUNT.DEMO.isFalse())
                .and(ACCOUNT_ROLE.ROLE.eq(Role.ADMIN.name())));
    }

    /** How many enabled people besides one may administer; demo people count when told so. */
    int otherAdministrators(UserId id, boolean demo) {
        return db.fetchCount(DSL.selectOne()
                .from(ACCOUNT)
                .join(ACCOUNT_ROLE)
                .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                .where(ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .and(ACCOUNT.ENABLED.isTrue())
                .and(demo ? noCondition() : ACCOUNT.DEMO.isFalse())
                .and(ACCOUNT_ROLE.ROLE.eq(Role.ADMIN.name()))
                .and(ACCOUNT.ID.ne(id.value())));
    }

    boolean hasDemoAccounts() {
        return db.fetchExists(ACCOUNT, ACCOUNT.DEMO.isTrue());
    }

    private List<Account> list(Condition condition, int limit) {
        // formatter:off
        return db
            .select(ACCOUNT.ID, ACCOUNT.VERSION, ACCOUNT.ENABLED, ACCOUNT.DEMO,
                    ACCOUNT.NAME, ACCOUNT.DISPLAY_NAME, ACCOUNT.KIND, ACCOUNT.LOCALE, ROLES)
            .from(ACCOUNT)
            .where(condition)
            .orderBy(ACCOUNT.ID)
            .limit(limit)
            .fetch(AccountRows::account);
        // formatter:on
    }

    private void insertRoles(UserId id, Set<Role> roles) {
        if (!roles.isEmpty()) {
            var rows =
                    roles.stream().map(role -> DSL.row(id.value(), role.name())).toList();
            db.insertInto(ACCOUNT_ROLE, ACCOUNT_ROLE.ACCOUNT_ID, ACCOUNT_ROLE.ROLE)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    private static Account account(Record row) {
        return new Account(
                new UserId(row.get(ACCOUNT.ID)),
                row.get(ACCOUNT.VERSION),
                row.get(ACCOUNT.ENABLED),
                row.get(ACCOUNT.DEMO),
                new AccountData(
                        row.get(ACCOUNT.NAME),
                        row.get(ACCOUNT.DISPLAY_NAME),
                        row.get(ROLES),
                        AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                        row.get(ACCOUNT.LOCALE)));
    }

    private static Set<Role> roles(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name)));
        return roles;
    }
}
