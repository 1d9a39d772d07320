package org.conjoint.access.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.Set;
import org.conjoint.access.AccountData;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Role;
import org.jspecify.annotations.Nullable;

/** Name, sign-in name and roles of an account. */
final class AccountForm extends Div {

    private final TextField displayName = new TextField(getTranslation("accounts.form.display-name"));
    private final TextField name = new TextField(getTranslation("accounts.form.name"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("accounts.form.roles"));

    AccountForm() {
        addClassName("dialog-form");
        displayName.setRequired(true);
        displayName.setMaxLength(120);
        displayName.setAutofocus(true);
        name.setRequired(true);
        name.setMaxLength(120);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setHelperText(getTranslation("accounts.form.name.help"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.name()));
        roles.addClassName("two-columns");
        add(displayName, name, roles);
    }

    void show(AccountData data) {
        displayName.setValue(data.displayName());
        name.setValue(data.name());
        roles.setValue(data.roles());
    }

    /** What was entered; empty, with the reason at the field, when it is not an account. */
    Optional<AccountData> data(AccountKind kind) {
        Fields.clear(displayName, name);
        roles.setInvalid(false);
        if (displayName.getValue().isBlank()) {
            Fields.refuse(displayName, getTranslation("accounts.form.display-name.missing"));
            return Optional.empty();
        }
        if (roles.getValue().isEmpty()) {
            roles.setErrorMessage(getTranslation("accounts.form.roles.missing"));
            roles.setInvalid(true);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new AccountData(name.getValue(), displayName.getValue(), Set.copyOf(roles.getValue()), kind, "en"));
        } catch (IllegalArgumentException wrong) {
            refuseName(wrong.getMessage());
            return Optional.empty();
        }
    }

    void refuseName(@Nullable String reason) {
        Fields.refuse(name, reason);
    }
}
