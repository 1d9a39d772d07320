package org.conjoint.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.conjoint.access.Accounts;
import org.conjoint.access.WeakPassword;
import org.conjoint.access.WrongPassword;

/** Changes one's own password and signs out. */
@Route("settings/password")
@PageTitle("Password")
@Menu(title = "Password", order = 130, icon = "lock")
@PermitAll
class PasswordView extends Div {

    private final Accounts accounts;
    private final AuthenticationContext authentication;
    private final PasswordField old = new PasswordField(getTranslation("password.old"));
    private final PasswordField password = new PasswordField(getTranslation("password.new"));
    private final PasswordField repeat = new PasswordField(getTranslation("password.repeat"));

    PasswordView(Accounts accounts, AuthenticationContext authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
        addClassNames("page-scroll", "page");
        var head = new Div(new H1(getTranslation("password.title")), new Paragraph(getTranslation("password.text")));
        head.addClassName("page-head");
        password.setHelperText(getTranslation("accounts.password.help"));
        var submit = new Button(getTranslation("password.submit"), click -> change());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(old, password, repeat, submit);
        form.addClassNames("dialog-form", "narrow");
        add(head, form);
    }

    private void change() {
        Fields.clear(old, password, repeat);
        if (!password.getValue().equals(repeat.getValue())) {
            Fields.refuse(repeat, getTranslation("password.differ"));
            return;
        }
        try {
            accounts.changeOwnPassword(old.getValue(), password.getValue());
            authentication.logout();
        } catch (WrongPassword wrong) {
            Fields.refuse(old, wrong.getMessage());
        } catch (WeakPassword weak) {
            Fields.refuse(password, weak.getMessage());
        }
    }
}
