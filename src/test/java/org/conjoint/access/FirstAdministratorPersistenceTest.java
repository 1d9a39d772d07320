package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.jooq.access.Tables.ACCOUNT_ROLE;
import static org.conjoint.jooq.access.Tables.FIRST_LINK;

import java.time.Instant;
import java.util.UUID;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class FirstAdministratorPersistenceTest {

    private static final String PASSWORD = "four green ducks swim";

    @Autowired
    FirstAdministrator first;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private final String name = "first-" + UUID.randomUUID();

    @Test
    void the_link_makes_one_administrator_and_then_no_more() {
        withoutAdministrators(() -> {
            var token = first.newLink();
            assertThat(first.isOpen(token)).isTrue();
            var account = first.create(token, name, "First", PASSWORD);
            assertThat(account.data().roles()).containsExactly(Role.ADMIN);
            assertThat(first.isOpen(token)).isFalse();
        });
        withoutAdministrators(() -> {
            var token = first.newLink();
            first.create(token, name, "First", PASSWORD);
            assertThatThrownBy(() -> first.create(token, name + "x", "Second", PASSWORD))
                    .isInstanceOf(LinkClosed.class);
        });
    }

    @Test
    void a_later_link_ends_the_earlier_one() {
        withoutAdministrators(() -> {
            var earlier = first.newLink();
            var later = first.newLink();
            assertThat(first.isOpen(earlier)).isFalse();
            assertThat(first.isOpen(later)).isTrue();
        });
    }

    @Test
    void a_link_that_ran_out_opens_nothing() {
        withoutAdministrators(() -> {
            var token = first.newLink();
            db.update(FIRST_LINK)
                    .set(FIRST_LINK.EXPIRES_AT, Instant.now().minusSeconds(1))
                    .execute();
            assertThat(first.isOpen(token)).isFalse();
            assertThatThrownBy(() -> first.create(token, name, "First", PASSWORD))
                    .isInstanceOf(LinkClosed.class);
        });
    }

    @Test
    void the_link_is_kept_as_a_hash_only() {
        withoutAdministrators(() -> {
            var token = first.newLink();
            assertThat(db.select(FIRST_LINK.TOKEN_HASH).from(FIRST_LINK).fetch(FIRST_LINK.TOKEN_HASH))
                    .contains(Secrets.hash(token))
                    .doesNotContain(token);
        });
    }

    @Test
    void a_weak_password_is_refused() {
        withoutAdministrators(() -> {
            var token = first.newLink();
            assertThatThrownBy(() -> first.create(token, name, "First", "short"))
                    .isInstanceOf(WeakPassword.class);
        });
    }

    /** Runs in a transaction in which nobody administers, and which leaves nothing behind. */
    private void withoutAdministrators(Runnable test) {
        transaction.executeWithoutResult(status -> {
            db.deleteFrom(ACCOUNT_ROLE)
                    .where(ACCOUNT_ROLE.ROLE.eq(Role.ADMIN.name()))
                    .execute();
            test.run();
            status.setRollbackOnly();
        });
    }
}
