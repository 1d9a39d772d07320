package org.conjoint.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.conjoint.access.FirstAdministrator;
import org.conjoint.access.LinkClosed;
import org.conjoint.access.NameTaken;
import org.conjoint.access.WeakPassword;

/** Where the link in the log leads: makes the first administrator of the installation. */
@Route(value = "first-administrator", autoLayout = false)
@AnonymousAllowed
class FirstAdministratorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdministrator first;
    private final Div card = new Div();
    private final TextField name = new TextField(getTranslation("first.name"));
    private final TextField displayName = new TextField(getTranslation("first.display-name"));
    private final PasswordField password = new PasswordField(getTranslation("first.password"));
    private final PasswordField repeat = new PasswordField(getTranslation("first.repeat"));
    private String token = "";

    FirstAdministratorView(FirstAdministrator first) {
        this.first = first;
        addClassName("door");
        card.addClassName("door-card");
        add(card);
        password.setHelperText(getTranslation("first.password.help"));
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setRequired(true);
        displayName.setRequired(true);
        password.setRequired(true);
        repeat.setRequired(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        if (first.isOpen(token)) {
            showForm();
        } else {
            showClosed();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("first.title") + " · " + getTranslation("product");
    }

    private void showForm() {
        var submit = new Button(getTranslation("first.submit"), event -> create());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        var fields = new Div(displayName, name, password, repeat, submit);
        fields.addClassName("door-form");
        show("first.title", new Paragraph(getTranslation("first.text")), fields);
        displayName.focus();
    }

    private void create() {
        Fields.clear(name, displayName, password, repeat);
        try {
            if (displayName.getValue().isBlank()) {
                Fields.refuse(displayName, getTranslation("accounts.form.display-name.missing"));
            } else if (!password.getValue().equals(repeat.getValue())) {
                Fields.refuse(repeat, getTranslation("first.differ"));
            } else {
                first.create(token, name.getValue(), displayName.getValue(), password.getValue());
                showDone();
            }
        } catch (WeakPassword weak) {
            Fields.refuse(password, weak.getMessage());
        } catch (LinkClosed closed) {
            showClosed();
        } catch (NameTaken | IllegalArgumentException wrong) {
            Fields.refuse(name, wrong.getMessage());
        } finally {
            card.getChildren()
                    .flatMap(child -> child.getChildren())
                    .filter(Button.class::isInstance)
                    .forEach(button -> ((Button) button).setEnabled(true));
        }
    }

    private void showDone() {
        show(
                "first.done.title",
                new Paragraph(getTranslation("first.done.text", name.getValue())),
                new Anchor("sign-in", getTranslation("first.done.action")));
    }

    private void showClosed() {
        show(
                "first.closed.title",
                new Paragraph(getTranslation("first.closed.text")),
                new Anchor("sign-in", getTranslation("first.done.action")));
    }

    private void show(String title, Component... parts) {
        card.removeAll();
        card.add(new Brand(), new H1(getTranslation(title)));
        card.add(parts);
    }
}
