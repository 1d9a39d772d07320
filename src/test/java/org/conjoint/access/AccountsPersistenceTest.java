package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.UUID;
import org.conjoint.shared.UserId;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class AccountsPersistenceTest {

    private static final String PASSWORD = "four green ducks swim";

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRows rows;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_account_is_found_as_it_was_made() {
        var data = person(EnumSet.of(Role.RATER, Role.REVIEWER));
        var account = accounts.runAsSystem(() -> accounts.create(data, PASSWORD));
        var found = accounts.runAsSystem(() -> accounts.find(account.id())).orElseThrow();
        assertThat(found).isEqualTo(new Account(account.id(), 1, true, false, data));
    }

    @Test
    void a_taken_name_is_refused() {
        var data = person(EnumSet.of(Role.RATER));
        accounts.runAsSystem(() -> accounts.create(data, PASSWORD));
        assertThatThrownBy(() -> accounts.runAsSystem(() -> accounts.create(data, PASSWORD)))
                .isInstanceOf(NameTaken.class)
                .hasMessageContaining(data.name());
    }

    @Test
    void a_change_on_an_old_version_is_refused() {
        var made = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        var changed = accounts.runAsSystem(
                () -> accounts.change(made.id(), 1, withRoles(made, EnumSet.of(Role.REVIEWER)), true));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.data().roles()).containsExactly(Role.REVIEWER);
        assertThatThrownBy(() -> accounts.runAsSystem(
                        () -> accounts.change(made.id(), 1, withRoles(made, EnumSet.of(Role.ADMIN)), true)))
                .isInstanceOf(StaleAccount.class);
    }

    @Test
    void an_imported_rater_is_made_once_for_source_and_name() {
        var source = "source-" + UUID.randomUUID();
        var first = imported(source, "ana");
        assertThat(imported(source, "ana")).isEqualTo(first);
        assertThat(imported(source, "ben")).isNotEqualTo(first);
        assertThat(imported(source + "x", "ana")).isNotEqualTo(first);
    }

    @Test
    void work_is_done_as_another_account_and_then_no_longer() {
        var rater = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        assertThat(accounts.runAs(rater.id(), () -> currentUser.id())).isEqualTo(rater.id());
        assertThat(currentUser.isSignedIn()).isFalse();
        assertThatThrownBy(() -> accounts.runAs(rater.id(), () -> accounts.list(AccountFilter.ALL, null, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.list(AccountFilter.ALL, null, 10))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void an_account_without_a_role_is_neither_made_nor_left() {
        var nothing = person(EnumSet.noneOf(Role.class));
        assertThatThrownBy(() -> accounts.runAsSystem(() -> accounts.create(nothing, PASSWORD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one role");
        var rater = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        var stripped =
                new AccountData(rater.data().name(), "Nobody", EnumSet.noneOf(Role.class), AccountKind.PERSON, "en");
        assertThatThrownBy(
                        () -> accounts.runAsSystem(() -> accounts.change(rater.id(), rater.version(), stripped, true)))
                .hasMessageContaining("at least one role");
    }

    @Test
    void accounts_are_listed_by_text_role_and_kind_page_by_page() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 5; i++) {
            var roles = EnumSet.of(i % 2 == 0 ? Role.RATER : Role.RANKER);
            var data = new AccountData(mark + "-" + i, "Person " + i, roles, AccountKind.PERSON, "en");
            accounts.runAsSystem(() -> accounts.create(data, PASSWORD));
        }
        var raters = new AccountFilter(mark, Role.RATER, AccountKind.PERSON);
        var page = accounts.runAsSystem(() -> accounts.list(raters, null, 2));
        assertThat(page).extracting(a -> a.data().name()).containsExactly(mark + "-0", mark + "-2");
        var next =
                accounts.runAsSystem(() -> accounts.list(raters, page.getLast().id(), 2));
        assertThat(next).extracting(a -> a.data().name()).containsExactly(mark + "-4");
    }

    @Test
    void a_pseudonym_stays_and_differs_from_others() {
        var first = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        var second = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        assertThat(pseudonyms.of(first.id()))
                .matches("r-[0-9a-f]{10}")
                .isEqualTo(pseudonyms.of(first.id()))
                .isNotEqualTo(pseudonyms.of(second.id()));
    }

    @Test
    void passwords_are_kept_as_argon2() {
        var made = accounts.runAsSystem(() -> accounts.create(person(EnumSet.of(Role.RATER)), PASSWORD));
        assertThat(rows.passwordHash(made.id()).orElseThrow())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
    }

    private UserId imported(String source, String name) {
        return accounts.runAsSystem(() -> transaction.execute(status -> accounts.importedRater(source, name)));
    }

    private static AccountData person(EnumSet<Role> roles) {
        return new AccountData("p-" + UUID.randomUUID(), "A Person", roles, AccountKind.PERSON, "en");
    }

    private static AccountData withRoles(Account account, EnumSet<Role> roles) {
        return new AccountData(
                account.data().name(),
                account.data().displayName(),
                roles,
                account.data().kind(),
                account.data().locale());
    }
}
