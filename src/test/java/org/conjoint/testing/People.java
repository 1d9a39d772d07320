package org.conjoint.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.conjoint.access.AccountData;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.shared.UserId;
import org.springframework.security.core.context.SecurityContextHolder;

/** Accounts for tests: without a password, since nobody signs in. */
public final class People {
    private People() {}

    public static UserId person(Accounts accounts, Role first, Role... more) {
        var name = "test-" + UUID.randomUUID();
        var data = new AccountData(name, name, EnumSet.of(first, more), AccountKind.SERVICE, "en");
        return accounts.runAsSystem(() -> accounts.create(data, null)).id();
    }

    public static List<UserId> raters(Accounts accounts, int count) {
        return Stream.generate(() -> person(accounts, Role.RATER)).limit(count).toList();
    }

    /** Signs a new person in on this thread, until {@link SecurityContextHolder#clearContext}. */
    public static UserId signedIn(Accounts accounts, Role first, Role... more) {
        var person = person(accounts, first, more);
        var authentication =
                accounts.runAs(person, () -> SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.getContext().setAuthentication(authentication);
        return person;
    }
}
