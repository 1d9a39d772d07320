package org.conjoint.access;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts: people, imported raters, services. Changes are audited and end the account's sessions. */
@Service
public class Accounts {

    /** The account that the console itself works as. */
    static final String SYSTEM = "system";

    private final AccountRows rows;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final Impersonation impersonation;
    private final PasswordEncoder passwords;
    private final AccountVersions versions;
    private final AccessProperties properties;
    private final Clock clock;

    Accounts(
            AccountRows rows,
            AuditTrail audit,
            CurrentUser currentUser,
            Impersonation impersonation,
            PasswordEncoder passwords,
            AccountVersions versions,
            AccessProperties properties,
            Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.currentUser = currentUser;
        this.impersonation = impersonation;
        this.passwords = passwords;
        this.versions = versions;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes an account.
     *
     * @param password for a person; {@code null} for accounts that never sign in
     * @throws NameTaken when another account has the name
     * @throws WeakPassword when the password is too short or too common
     */
    @Transactional
    @PreAuthorize(Roles.HAS_ADMIN)
    public Account create(AccountData data, @Nullable String password) {
        return create(data, password, currentUser.actor(), false);
    }

    /** Makes an account on behalf of an actor that is not signed in: at start, or by the first-administrator link. */
    Account create(AccountData data, @Nullable String password, String actor, boolean demo) {
        requireRole(data);
        if (data.kind() == AccountKind.PERSON && !demo) {
            Passwords.require(Objects.requireNonNullElse(password, ""), data.name());
        }
        var hash = password == null ? null : passwords.encode(password);
        var id = rows.insert(AccountRows.HERE, data, hash, true, demo, clock.instant());
        audit.record(new AuditEvent(actor, "account.created", subject(id), facts(data, true)));
        audit.open(subject(id));
        return rows.find(id).orElseThrow();
    }

    /**
     * Changes an account made here.
     *
     * @param version the version that the change was made on
     * @throws StaleAccount when there is a newer one
     * @throws LastAdministrator when nobody could administer afterwards
     */
    @Transactional
    @PreAuthorize(Roles.HAS_ADMIN)
    public Account change(UserId id, int version, AccountData data, boolean enabled) {
        var before = rows.find(id).orElseThrow(() -> new IllegalArgumentException("No account " + id.value()));
        if (before.data().kind() != data.kind()) {
            throw new IllegalArgumentException("The kind of an account does not change");
        }
        requireRole(data);
        var administers = enabled && data.roles().contains(Role.ADMIN);
        if (before.enabled()
                && before.data().roles().contains(Role.ADMIN)
                && !administers
                && rows.otherAdministrators(id, properties.demo()) == 0) {
            throw new LastAdministrator(before.data().name());
        }
        var other = rows.findByName(AccountRows.HERE, data.name());
        if (other.isPresent() && !other.get().id().equals(id)) {
            throw new NameTaken(data.name());
        }
        if (!rows.update(id, version, data, enabled)) {
            throw new StaleAccount(before.data().name());
        }
        audit.record(new AuditEvent(currentUser.actor(), "account.changed", subject(id), facts(data, enabled)));
        if (!before.data().roles().equals(data.roles())) {
            audit.record(new AuditEvent(currentUser.actor(), "account.roles", subject(id), roleChange(before, data)));
        }
        versions.changed(id);
        return rows.find(id).orElseThrow();
    }

    /**
     * Sets a person's password.
     *
     * @throws StaleAccount when the account was changed meanwhile
     * @throws WeakPassword when the password is too short or too common
     */
    @Transactional
    @PreAuthorize(Roles.HAS_ADMIN)
    public void resetPassword(UserId id, int version, String password) {
        setPassword(id, version, password, "account.password-reset");
    }

    /**
     * Changes one's own password.
     *
     * @throws WrongPassword when the old one is not right
     * @throws WeakPassword when the new one is too short or too common
     */
    @Transactional
    @PreAuthorize(Roles.SIGNED_IN)
    public void changeOwnPassword(String oldPassword, String newPassword) {
        var id = currentUser.id();
        var account = rows.find(id).orElseThrow();
        if (!rows.passwordHash(id)
                .map(hash -> passwords.matches(oldPassword, hash))
                .orElse(false)) {
            throw new WrongPassword();
        }
        setPassword(id, account.version(), newPassword, "account.password-changed");
    }

    private static void requireRole(AccountData data) {
        if (data.kind() != AccountKind.IMPORTED && data.roles().isEmpty()) {
            throw new IllegalArgumentException("An account has at least one role; close it when it shall do nothing");
        }
    }

    private void setPassword(UserId id, int version, String password, String action) {
        var account = rows.find(id).orElseThrow(() -> new IllegalArgumentException("No account " + id.value()));
        if (account.data().kind() != AccountKind.PERSON) {
            throw new IllegalArgumentException("Only people have passwords");
        }
        Passwords.require(password, account.data().name());
        if (!rows.updatePassword(id, version, Objects.requireNonNull(passwords.encode(password)))) {
            throw new StaleAccount(account.data().name());
        }
        audit.record(new AuditEvent(currentUser.actor(), action, subject(id)));
        versions.changed(id);
    }

    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Optional<Account> find(UserId id) {
        return rows.find(id);
    }

    /** An account made here, by its sign-in name. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Optional<Account> findByName(String name) {
        return rows.findByName(AccountRows.HERE, name);
    }

    /** The names that people read, of those accounts that exist. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Map<UserId, String> displayNames(Collection<UserId> ids) {
        return ids.isEmpty() ? Map.of() : rows.displayNames(ids);
    }

    /** The names that people read of those enabled people who have a role, by name. @param limit how many at most */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public SequencedMap<UserId, String> colleagues(Role role, int limit) {
        return rows.colleagues(role, limit);
    }

    /** The next accounts in the order of their ids, after one of them. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.HAS_ADMIN)
    public List<Account> list(AccountFilter filter, @Nullable UserId after, int limit) {
        return rows.list(filter, after, limit);
    }

    /**
     * The account of a rater known from imported judgements, made at its first mention; it cannot sign in.
     *
     * @param source where the judgements are from, 1 to 80 characters
     * @param name the rater's name there, 1 to 120 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public UserId importedRater(String source, String name) {
        if (source.isBlank() || source.length() > 80) {
            throw new IllegalArgumentException("The source of an imported rater has 1 to 80 characters");
        }
        var known = rows.findByName(source, name);
        if (known.isPresent()) {
            return known.get().id();
        }
        var data = new AccountData(name, name, EnumSet.of(Role.RATER), AccountKind.IMPORTED, "en");
        try {
            var id = rows.insert(source, data, null, false, false, clock.instant());
            audit.record(new AuditEvent(
                    currentUser.actor(),
                    "account.imported",
                    subject(id),
                    new TreeMap<>(Map.of("name", name, "source", source))));
            return id;
        } catch (NameTaken taken) {
            return rows.findByName(source, name).orElseThrow(() -> taken).id();
        }
    }

    @Transactional
    @PreAuthorize(Roles.SIGNED_IN)
    public void chooseTheme(Theme theme) {
        rows.updateTheme(currentUser.id(), theme);
    }

    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Theme theme() {
        return rows.theme(currentUser.id()).orElse(Theme.SYSTEM);
    }

    /** Does work as an account, with the roles it has now: for jobs, which outlive the request that asked for them. */
    public <T extends @Nullable Object> T runAs(UserId id, Supplier<T> work) {
        var account = rows.find(id).orElseThrow(() -> new IllegalArgumentException("No account " + id.value()));
        return impersonation.as(account, work);
    }

    /** Does work as the console itself, with every role: for commands and for what happens at start. */
    public <T extends @Nullable Object> T runAsSystem(Supplier<T> work) {
        var system = rows.findByName(AccountRows.HERE, SYSTEM)
                .orElseThrow(() -> new IllegalStateException("The account “%s” is missing".formatted(SYSTEM)));
        return impersonation.as(system, work);
    }

    static String subject(UserId id) {
        return "user:" + id.value();
    }

    private static SortedMap<String, String> facts(AccountData data, boolean enabled) {
        return new TreeMap<>(Map.of(
                "name", data.name(),
                "kind", data.kind().name(),
                "roles", names(data.roles()),
                "enabled", Boolean.toString(enabled)));
    }

    private static SortedMap<String, String> roleChange(Account before, AccountData after) {
        return new TreeMap<>(Map.of("before", names(before.data().roles()), "after", names(after.roles())));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }
}
