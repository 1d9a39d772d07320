package org.conjoint.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Account;
import org.conjoint.access.AccountFilter;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.access.ServiceToken;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Accounts and tokens under Settings. */
@PersistenceTest
@ViewPackages(classes = AccountsView.class)
class AccountsViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    private final String name = "new-" + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        People.signedIn(accounts, Role.ADMIN);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_account_is_added_with_its_roles_and_found_by_its_name() {
        navigate(AccountsView.class);
        test(button("Add account")).click();
        fill("Nora New", name);
        test(dialogButton()).click();
        assertThat($(NewAccountDialog.class).exists()).isFalse();
        var found = accounts.list(new AccountFilter(name, null, null), null, 10);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().data().roles()).containsExactly(Role.RATER);
        assertThat(found.getFirst().data().displayName()).isEqualTo("Nora New");
        test(field("Find by name")).setValue(name);
        assertThat(test(accountsGrid()).size()).isEqualTo(1);
    }

    @Test
    void a_name_that_is_taken_and_a_weak_password_are_refused_at_their_fields() {
        navigate(AccountsView.class);
        test(button("Add account")).click();
        fill("Nora New", name);
        test(field("First password")).setValue("short");
        test(dialogButton()).click();
        assertThat(field("First password").isInvalid()).isTrue();
        assertThat(accounts.list(new AccountFilter(name, null, null), null, 10)).isEmpty();
        test(field("First password")).setValue("four green ducks swim");
        test(dialogButton()).click();
        test(button("Add account")).click();
        fill("Nora Again", name);
        test(dialogButton()).click();
        assertThat(field("Sign-in name").isInvalid()).isTrue();
        assertThat(field("Sign-in name").getErrorMessage()).contains(name);
    }

    @Test
    void an_account_without_a_role_is_not_made() {
        navigate(AccountsView.class);
        test(button("Add account")).click();
        fill("Nora New", name);
        roles().setValue(Set.of());
        test(dialogButton()).click();
        assertThat(roles().isInvalid()).isTrue();
        assertThat(accounts.list(new AccountFilter(name, null, null), null, 10)).isEmpty();
    }

    @Test
    void a_token_is_shown_once_and_ended_by_its_owner() {
        navigate(TokensView.class);
        test(field("What is it for?")).setValue("nightly export");
        test(button("Make token")).click();
        assertThat($(Code.class).single().getText()).startsWith("conjoint_");
        assertThat(test(tokensGrid()).size()).isEqualTo(1);
        navigate(AccountsView.class);
        navigate(TokensView.class);
        assertThat($(Code.class).exists()).isFalse();
        test((Button) test(tokensGrid()).getCellComponent(0, 4)).click();
        assertThat(test(tokensGrid()).getRow(0).revokedAt()).isNotNull();
    }

    @Test
    void a_token_needs_a_purpose() {
        navigate(TokensView.class);
        test(button("Make token")).click();
        assertThat(field("What is it for?").isInvalid()).isTrue();
        assertThat($(Code.class).exists()).isFalse();
    }

    private void fill(String displayName, String signInName) {
        test(field("Name")).setValue(displayName);
        test(field("Sign-in name")).setValue(signInName);
        roles().setValue(Set.of(Role.RATER));
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Role> roles() {
        return $(CheckboxGroup.class).single();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel())
                        || label.equals(field.getAriaLabel().orElse(null)))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String words) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Button dialogButton() {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals("Add account"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<Account> accountsGrid() {
        return $(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<ServiceToken> tokensGrid() {
        return $(Grid.class).single();
    }
}
