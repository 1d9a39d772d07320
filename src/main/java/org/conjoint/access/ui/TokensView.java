package org.conjoint.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.conjoint.access.Roles;
import org.conjoint.access.ServiceToken;
import org.conjoint.access.ServiceTokens;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Pill;

/** One's own tokens for the REST interface: make, see, end. */
@Route("settings/tokens")
@PageTitle("Service tokens")
@Menu(title = "Service tokens", order = 120, icon = "key")
@RolesAllowed({Roles.DATA_ENGINEER, Roles.ADMIN})
class TokensView extends Div {

    private final ServiceTokens tokens;
    private final Clock clock;
    private final TextField label = new TextField(getTranslation("tokens.label"));
    private final Select<Integer> days = new Select<>();
    private final Div made = new Div();
    private final Grid<ServiceToken> grid = new Grid<>();

    TokensView(ServiceTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        addClassNames("page-scroll", "page");
        var head = new Div(new H1(getTranslation("tokens.title")), new Paragraph(getTranslation("tokens.text")));
        head.addClassName("page-head");
        made.getElement().setAttribute("role", "status");
        add(head, tools(), made, grid());
        reload();
    }

    private Component tools() {
        label.setMaxLength(80);
        days.setLabel(getTranslation("tokens.days"));
        days.setItems(30, 365, 0);
        days.setItemLabelGenerator(each -> getTranslation("tokens.days." + each));
        days.setValue(30);
        var make = new Button(getTranslation("tokens.make"), new Icon("plus"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(label, days, make);
        row.addClassName("tool-row");
        return row;
    }

    private void make() {
        Fields.clear(label);
        var expires = days.getValue() == 0 ? null : clock.instant().plus(Duration.ofDays(days.getValue()));
        try {
            var token = new Code(tokens.issue(label.getValue(), expires));
            token.addClassName("secret");
            var notice = new Div(new Icon("key"), new Div(new Paragraph(getTranslation("tokens.made")), token));
            notice.addClassName("notice");
            made.removeAll();
            made.add(notice);
            label.clear();
            reload();
        } catch (IllegalArgumentException wrong) {
            Fields.refuse(label, wrong.getMessage());
        }
    }

    private Component grid() {
        grid.addThemeVariants(GridVariant.NO_ROW_BORDERS);
        grid.addClassName("card");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(ServiceToken::label)
                .setHeader(getTranslation("tokens.column.label"))
                .setFlexGrow(2);
        grid.addColumn(token -> day(token.createdAt())).setHeader(getTranslation("tokens.column.created"));
        grid.addColumn(token ->
                        Optional.ofNullable(token.expiresAt()).map(this::day).orElse(getTranslation("tokens.forever")))
                .setHeader(getTranslation("tokens.column.expires"));
        grid.addComponentColumn(token -> new Pill(getTranslation(state(token))))
                .setHeader(getTranslation("tokens.column.state"));
        grid.addComponentColumn(this::end).setFlexGrow(0).setAutoWidth(true);
        grid.setEmptyStateComponent(
                new EmptyState("key", getTranslation("tokens.none.title"), getTranslation("tokens.none.text")));
        return grid;
    }

    private Component end(ServiceToken token) {
        if (!state(token).equals("tokens.holds")) {
            return new Span();
        }
        return new Button(getTranslation("tokens.end"), click -> {
            tokens.revoke(token.id());
            reload();
        });
    }

    private String state(ServiceToken token) {
        if (token.revokedAt() != null) {
            return "tokens.ended";
        }
        var expires = token.expiresAt();
        return expires != null && expires.isBefore(clock.instant()) ? "tokens.expired" : "tokens.holds";
    }

    private String day(Instant instant) {
        var zone = getUI().map(ui -> ui.getPage().getExtendedClientDetails().getTimeZoneId())
                .<ZoneId>map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone)
                .format(instant);
    }

    private void reload() {
        grid.setItems(tokens.mine());
    }
}
