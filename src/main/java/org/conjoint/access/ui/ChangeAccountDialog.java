package org.conjoint.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.conjoint.access.Account;
import org.conjoint.access.AccountData;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Accounts;
import org.conjoint.access.LastAdministrator;
import org.conjoint.access.NameTaken;
import org.conjoint.access.StaleAccount;
import org.conjoint.access.Suggestions;
import org.conjoint.access.WeakPassword;

/** Changes a person's name, roles and password, and opens or closes the account. */
final class ChangeAccountDialog extends Dialog {

    private final Accounts accounts;
    private final Account account;
    private final Runnable done;
    private final AccountForm form = new AccountForm();
    private final Checkbox open = new Checkbox(getTranslation("accounts.form.open"));
    private final Div problem = new Div();

    ChangeAccountDialog(Accounts accounts, Account account, Runnable done) {
        this.accounts = accounts;
        this.account = account;
        this.done = done;
        setHeaderTitle(getTranslation("accounts.change.title"));
        form.show(account.data());
        open.setValue(account.enabled());
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        form.add(open, problem);
        var save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var reset = new Button(getTranslation("accounts.reset"), click -> askPassword());
        reset.addClassName("foot-start");
        add(form);
        getFooter().add(reset, new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    private void save() {
        problem.setText("");
        form.data(AccountKind.PERSON).ifPresent(entered -> {
            var data = new AccountData(
                    entered.name(),
                    entered.displayName(),
                    entered.roles(),
                    AccountKind.PERSON,
                    account.data().locale());
            try {
                accounts.change(account.id(), account.version(), data, open.getValue());
                Notification.show(getTranslation("accounts.change.done", data.displayName()));
                close();
                done.run();
            } catch (NameTaken taken) {
                form.refuseName(taken.getMessage());
            } catch (StaleAccount | LastAdministrator refused) {
                problem.setText(refused.getMessage());
            }
        });
    }

    private void askPassword() {
        var password = new TextField(getTranslation("accounts.reset.password"));
        password.setHelperText(getTranslation("accounts.password.help"));
        password.setValue(Suggestions.password());
        password.setWidthFull();
        var ask = new Dialog(password);
        ask.setHeaderTitle(getTranslation("accounts.reset"));
        var set = new Button(getTranslation("accounts.reset"), click -> {
            try {
                accounts.resetPassword(account.id(), account.version(), password.getValue());
                Notification.show(
                        getTranslation("accounts.reset.done", account.data().displayName()));
                ask.close();
                close();
                done.run();
            } catch (WeakPassword weak) {
                Fields.refuse(password, weak.getMessage());
            } catch (StaleAccount stale) {
                ask.close();
                problem.setText(stale.getMessage());
            }
        });
        set.addThemeVariants(ButtonVariant.PRIMARY);
        ask.getFooter().add(new Button(getTranslation("action.cancel"), click -> ask.close()), set);
        ask.open();
    }
}
