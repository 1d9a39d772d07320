package org.conjoint.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Accounts;
import org.conjoint.access.NameTaken;
import org.conjoint.access.Suggestions;
import org.conjoint.access.WeakPassword;

/** Adds a person with a first password, which is shown so that it can be handed over. */
final class NewAccountDialog extends Dialog {

    NewAccountDialog(Accounts accounts, Runnable done) {
        setHeaderTitle(getTranslation("accounts.new.title"));
        var form = new AccountForm();
        var password = new TextField(getTranslation("accounts.form.password"));
        password.setHelperText(getTranslation("accounts.password.help"));
        password.setValue(Suggestions.password());
        password.setRequired(true);
        var save = new Button(getTranslation("accounts.new.title"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> {
            Fields.clear(password);
            form.data(AccountKind.PERSON).ifPresent(data -> {
                try {
                    accounts.create(data, password.getValue());
                    Notification.show(getTranslation("accounts.new.done", data.displayName()));
                    close();
                    done.run();
                } catch (NameTaken taken) {
                    form.refuseName(taken.getMessage());
                } catch (WeakPassword weak) {
                    Fields.refuse(password, weak.getMessage());
                }
            });
        });
        form.add(password);
        add(form);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }
}
