package org.conjoint.appeals.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.access.Roles;
import org.conjoint.appeals.Appeal;
import org.conjoint.appeals.Appeal.AppealedClause;
import org.conjoint.appeals.AppealFilter;
import org.conjoint.appeals.AppealId;
import org.conjoint.appeals.AppealPlace;
import org.conjoint.appeals.Appeals;
import org.conjoint.content.Post;
import org.conjoint.content.PostAt;
import org.conjoint.content.Posts;
import org.conjoint.content.ui.PostLine;
import org.conjoint.policy.Policies;
import org.conjoint.shared.UserId;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;
import org.jspecify.annotations.Nullable;

/** All appeals, open ones first; the address holds which are listed. */
@Route(AppealsView.PATH)
@PageTitle("Appeals")
@Menu(title = "Appeals", order = 45, icon = "appeal")
@RolesAllowed({Roles.REVIEWER, Roles.QUALITY_LEAD})
class AppealsView extends Div implements BeforeEnterObserver {

    static final String PATH = "appeals";

    /** The parameter of the address that begins an appeal against a verdict. */
    static final String VERDICT = "verdict";

    private static final String STATE = "state";
    private static final int PAGE = 30;

    private final Appeals appeals;
    private final Accounts accounts;
    private final Posts posts;
    private final Policies policies;
    private final Select<AppealFilter> filter = new Select<>();
    private final Div list = new Div();
    private final Button more = new Button("Show more", _ -> more());
    private @Nullable AppealPlace last;

    AppealsView(Appeals appeals, Accounts accounts, Posts posts, Policies policies) {
        this.appeals = appeals;
        this.accounts = accounts;
        this.posts = posts;
        this.policies = policies;
        addClassNames("page-scroll", "guidance");
        filter.setLabel("State");
        filter.setItems(AppealFilter.values());
        filter.setItemLabelGenerator(AppealWords::of);
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrentOrThrow().navigate(PATH, QueryParameters.simple(Map.of(STATE, code(change.getValue()))));
            }
        });
        list.addClassName("note-list");
        more.addClassName("older");
        var tools = new Div(filter, new Button("Open an appeal", _ -> begin("")));
        tools.addClassName("guidance-tools");
        var intro = new Paragraph(
                "Somebody else than the rater decides: was the verdict right under the text then, and does it stand today?");
        intro.addClassName("muted");
        add(new H1("Appeals"), intro, tools, list, more);
    }

    private static String code(AppealFilter value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The address of an appeal, without a leading slash. */
    static String path(AppealId id) {
        return "%s/%d".formatted(PATH, id.value());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var state = query.getSingleParameter(STATE).orElse("");
        filter.setValue(Arrays.stream(AppealFilter.values())
                .filter(each -> code(each).equals(state))
                .findFirst()
                .orElse(AppealFilter.OPEN));
        list.removeAll();
        last = null;
        more();
        query.getSingleParameter(VERDICT)
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .ifPresent(this::begin);
    }

    private void begin(String verdict) {
        new OpenAppealDialog(appeals, verdict, id -> UI.getCurrentOrThrow().navigate(path(id))).open();
    }

    private void more() {
        var page = appeals.page(filter.getValue(), last, PAGE);
        if (page.isEmpty() && last == null) {
            list.add(
                    new EmptyState(
                            "appeal",
                            "No appeal here",
                            "An appeal against a verdict comes through the REST interface, or is opened here with the appellant’s words."));
        }
        Map<PostAt, Post> about = posts.at(page.stream().map(Appeal::post).collect(Collectors.toSet()));
        var names = names(page);
        page.forEach(appeal -> list.add(card(appeal, about.get(appeal.post()), names)));
        more.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            last = AppealPlace.of(page.getLast());
        }
    }

    private Map<UserId, String> names(List<Appeal> page) {
        var people = new HashSet<UserId>();
        for (var appeal : page) {
            people.add(appeal.openedBy());
            if (appeal.decision() != null) {
                people.add(appeal.decision().by());
            }
        }
        return accounts.displayNames(people);
    }

    private Article card(Appeal appeal, @Nullable Post post, Map<UserId, String> names) {
        var title = new H2(new Anchor(path(appeal.id()), AppealWords.name(appeal)));
        var pill = new Pill(AppealWords.standing(appeal));
        pill.setClassName("fresh", appeal.isOpen());
        var head = new Div(title, pill);
        head.addClassName("note-head");
        var statement = new Paragraph(appeal.statement());
        statement.addClassNames("note-text", "appeal-statement");
        statement.getElement().setAttribute("dir", "auto");
        var policy = policies.version(appeal.version(), appeal.locale())
                .map(version -> "%s %s".formatted(version.title(), version.number()))
                .orElse(appeal.slug());
        var clauses = appeal.clauses().stream()
                .map(AppealedClause::clauseId)
                .distinct()
                .collect(Collectors.joining(", "));
        var facts = new Span("Verdict %d, revision %d · %s%s · opened %s by %s"
                .formatted(
                        appeal.verdict().value(),
                        appeal.revision(),
                        policy,
                        clauses.isEmpty() ? "" : " · " + clauses,
                        Moments.dateTime(appeal.openedAt()),
                        names.getOrDefault(appeal.openedBy(), "somebody")));
        facts.addClassName("hint");
        var card = new Article(head, statement, facts, new PostLine(appeal.post(), post));
        card.addClassNames("card", "note-card");
        return card;
    }
}
