package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.content.Posts;
import org.conjoint.guidance.Interpretation;
import org.conjoint.guidance.InterpretationFilter;
import org.conjoint.guidance.InterpretationId;
import org.conjoint.guidance.InterpretationState;
import org.conjoint.guidance.Interpretations;
import org.conjoint.guidance.ui.Naming.Named;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** How clauses are to be read, and what became of each; the address holds what is listed. */
@Route(GuidanceNavigation.INTERPRETATIONS)
@PageTitle("Interpretations")
@PermitAll
class InterpretationsView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 30;

    private final Interpretations interpretations;
    private final Policies policies;
    private final Posts posts;
    private final Naming naming;
    private final boolean writes;
    private final GuidanceFilter<InterpretationState> filter;
    private final Div list = new Div();
    private final Button older = new Button("Older", _ -> more());
    private @Nullable InterpretationId oldest;

    InterpretationsView(
            Interpretations interpretations, Policies policies, Posts posts, Naming naming, CurrentUser user) {
        this.interpretations = interpretations;
        this.policies = policies;
        this.posts = posts;
        this.naming = naming;
        writes = GuidanceNavigation.mayAnswer(user);
        filter = new GuidanceFilter<>(
                GuidanceNavigation.INTERPRETATIONS, List.of(InterpretationState.values()), GuidanceWords::of, policies);
        addClassNames("page-scroll", "guidance");
        list.addClassName("note-list");
        older.addClassName("older");
        var tools = new Div(filter);
        tools.addClassName("guidance-tools");
        if (writes) {
            tools.add(new Button("Write an interpretation", _ -> write()));
        }
        add(
                new H1("Interpretations"),
                GuidanceNavigation.between(user, GuidanceNavigation.INTERPRETATIONS),
                tools,
                list,
                older);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.show(event.getLocation().getQueryParameters(), getLocale().getLanguage());
        again();
    }

    private void again() {
        list.removeAll();
        oldest = null;
        more();
    }

    private void more() {
        var page = interpretations.page(
                new InterpretationFilter(filter.state(), filter.slug(), filter.clauseId()), oldest, PAGE);
        if (page.isEmpty() && oldest == null) {
            list.add(new EmptyState(
                    "note",
                    "No interpretation here",
                    "Authors write how a clause is to be read, decided on one post; nothing matches what you chose."));
        }
        var named = naming.ofInterpretations(page);
        page.forEach(written -> list.add(card(written, named)));
        older.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
        }
    }

    private InterpretationCard card(Interpretation written, Named named) {
        var settlement = written.settlement();
        var into = settlement == null || settlement.into() == null
                ? ""
                : policies.version(settlement.into(), written.reading().locale())
                        .map(Naming::name)
                        .orElse("a later version");
        var card = new InterpretationCard(written, naming, named, into);
        if (writes && settlement == null) {
            var fold = new Button("Fold into a version", _ -> fold(written).open());
            fold.addThemeVariants(ButtonVariant.SMALL);
            var reject = new Button("Reject", _ -> reject(written).open());
            reject.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            card.foot().add(fold, reject);
        }
        return card;
    }

    private void write() {
        new InterpretationDialog(policies, posts, interpretations, getLocale().getLanguage(), _ -> {
                    Notification.show("Written; raters read it with the clause.");
                    again();
                })
                .any()
                .open();
    }

    private SettleDialog fold(Interpretation written) {
        var reading = written.reading();
        List<PolicySummary> versions = policies
                .versions(reading.slug(), getLocale().getLanguage())
                .stream()
                .filter(version -> !version.version().equals(reading.version()))
                .toList();
        return SettleDialog.fold(
                versions,
                (version, remark) -> interpretations.fold(written.id(), version.version(), remark),
                () -> settled("Folded in"));
    }

    private SettleDialog reject(Interpretation written) {
        return SettleDialog.reject(reason -> interpretations.reject(written.id(), reason), () -> settled("Rejected"));
    }

    private void settled(String words) {
        Notification.show(words);
        again();
    }
}
