package org.conjoint.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conjoint.access.Account;
import org.conjoint.access.AccountFilter;
import org.conjoint.access.AccountKind;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.access.Roles;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Pill;

/** The accounts: a list, page by page, with a dialog to add one and one to change one. */
@Route("settings/accounts")
@PageTitle("Accounts")
@Menu(title = "Accounts", order = 110, icon = "people")
@RolesAllowed(Roles.ADMIN)
class AccountsView extends Div {

    private static final int PAGE = 100;

    private final Accounts accounts;
    private final TextField text = new TextField();
    private final Select<Role> role = new Select<>();
    private final Grid<Account> grid = new Grid<>();
    private final Button more = new Button();
    private final List<Account> shown = new ArrayList<>();

    AccountsView(Accounts accounts) {
        this.accounts = accounts;
        addClassNames("page-scroll", "page");
        var head = new Div(new H1(getTranslation("accounts.title")), new Paragraph(getTranslation("accounts.text")));
        head.addClassName("page-head");
        more.setText(getTranslation("action.more"));
        more.addClickListener(click -> addPage());
        add(head, tools(), grid(), more);
        reload();
    }

    private Component tools() {
        text.setPlaceholder(getTranslation("accounts.find"));
        text.setAriaLabel(getTranslation("accounts.find"));
        text.setPrefixComponent(new Icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> reload());
        role.setItems(Role.values());
        role.setAriaLabel(getTranslation("accounts.form.roles"));
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(getTranslation("accounts.all-roles"));
        role.setItemLabelGenerator(each -> getTranslation(each == null ? "accounts.all-roles" : "role." + each.name()));
        role.addValueChangeListener(change -> reload());
        var grow = new Span();
        grow.addClassName("grow");
        var add = new Button(
                getTranslation("accounts.add"),
                new Icon("plus"),
                click -> new NewAccountDialog(accounts, this::reload).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(text, role, grow, add);
        row.addClassName("tool-row");
        return row;
    }

    private Component grid() {
        grid.addThemeVariants(GridVariant.NO_ROW_BORDERS);
        grid.addClassName("card");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(account -> account.data().displayName())
                .setHeader(getTranslation("accounts.column.name"))
                .setFlexGrow(2);
        grid.addColumn(account -> account.data().name())
                .setHeader(getTranslation("accounts.column.sign-in"))
                .setFlexGrow(1);
        grid.addColumn(account -> roles(account))
                .setHeader(getTranslation("accounts.column.roles"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("accounts.column.state"))
                .setFlexGrow(0)
                .setWidth("220px");
        grid.addComponentColumn(this::change).setFlexGrow(0).setAutoWidth(true);
        grid.setEmptyStateComponent(
                new EmptyState("people", getTranslation("accounts.none.title"), getTranslation("accounts.none.text")));
        return grid;
    }

    private String roles(Account account) {
        return account.data().roles().stream()
                .sorted()
                .map(each -> getTranslation("role." + each.name()))
                .collect(Collectors.joining(", "));
    }

    private Component state(Account account) {
        var row =
                new Div(new Pill(getTranslation(account.enabled() ? "accounts.state.open" : "accounts.state.closed")));
        row.addClassName("pills");
        if (account.demo()) {
            row.add(new Pill(getTranslation("accounts.state.demo")));
        }
        switch (account.data().kind()) {
            case PERSON -> {}
            case IMPORTED -> row.add(new Pill(getTranslation("accounts.state.imported")));
            case SERVICE -> row.add(new Pill(getTranslation("accounts.state.service")));
        }
        return row;
    }

    private Component change(Account account) {
        if (account.data().kind() != AccountKind.PERSON) {
            return new Span();
        }
        var button = new Button(
                new Icon("settings"), click -> new ChangeAccountDialog(accounts, account, this::reload).open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("accounts.edit", account.data().displayName()));
        return button;
    }

    private void reload() {
        shown.clear();
        addPage();
    }

    private void addPage() {
        var after = shown.isEmpty() ? null : shown.getLast().id();
        var filter = new AccountFilter(text.getValue(), role.getValue(), null);
        var page = accounts.list(filter, after, PAGE + 1);
        shown.addAll(page.subList(0, Math.min(PAGE, page.size())));
        grid.setItems(shown);
        more.setVisible(page.size() > PAGE);
    }
}
