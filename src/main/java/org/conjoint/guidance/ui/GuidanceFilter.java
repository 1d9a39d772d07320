package org.conjoint.guidance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** What of notes or interpretations is listed, by state, policy and clause; the address holds it. */
final class GuidanceFilter<S> extends Div {

    private static final String ANY = "any";

    private final String path;
    private final List<S> states;
    private final Function<S, String> words;
    private final Policies policies;
    private final Select<String> state = new Select<>();
    private final Select<PolicySummary> policy = new Select<>();
    private final Select<Clause> clause = new Select<>();

    /**
     * @param path of the screen
     * @param states in their order; the first is the one shown at first
     * @param words of a state
     */
    GuidanceFilter(String path, List<S> states, Function<S, String> words, Policies policies) {
        this.path = path;
        this.states = states;
        this.words = words;
        this.policies = policies;
        addClassName("guidance-filter");
        state.setLabel("State");
        state.setItems(Stream.concat(states.stream().map(String::valueOf), Stream.of(ANY))
                .toList());
        state.setItemLabelGenerator(code -> found(code).map(words).orElse("All"));
        policy.setLabel("Policy");
        policy.setEmptySelectionAllowed(true);
        policy.setEmptySelectionCaption("All policies");
        policy.setItemLabelGenerator(each -> each == null ? "All policies" : each.title());
        clause.setLabel("Clause");
        clause.setEmptySelectionAllowed(true);
        clause.setEmptySelectionCaption("All clauses");
        clause.setItemLabelGenerator(
                each -> each == null ? "All clauses" : "%s %s".formatted(each.clauseId(), each.title()));
        add(state, policy, clause);
        state.addValueChangeListener(change -> go(change.isFromClient()));
        policy.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                clause.clear();
            }
            go(change.isFromClient());
        });
        clause.addValueChangeListener(change -> go(change.isFromClient()));
    }

    private Optional<S> found(String code) {
        return states.stream().filter(each -> String.valueOf(each).equals(code)).findFirst();
    }

    private void go(boolean chosen) {
        if (chosen) {
            UI.getCurrentOrThrow().navigate(path, GuidanceNavigation.parameters(code(), slug(), clauseId()));
        }
    }

    /** Shows what the address asks for. */
    void show(QueryParameters query, String locale) {
        state.setValue(query.getSingleParameter(GuidanceNavigation.STATE)
                .filter(code -> code.equals(ANY) || found(code).isPresent())
                .orElse(String.valueOf(states.getFirst())));
        var all = policies.list(locale).stream()
                .filter(each -> each.jurisdiction().equals(Policies.GLOBAL))
                .toList();
        policy.setItems(all);
        var slug = query.getSingleParameter(GuidanceNavigation.POLICY).orElse("");
        policy.setValue(all.stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElse(null));
        var chosen = policy.getValue();
        clause.setVisible(chosen != null);
        var clauses = chosen == null
                ? List.<Clause>of()
                : policies.version(chosen.version(), locale)
                        .map(PolicyVersion::clauses)
                        .orElse(List.of());
        clause.setItems(clauses);
        var wanted = query.getSingleParameter(GuidanceNavigation.CLAUSE).orElse("");
        clause.setValue(clauses.stream()
                .filter(each -> each.clauseId().equals(wanted))
                .findFirst()
                .orElse(null));
    }

    private String code() {
        return state.getValue();
    }

    /** {@code null} for all. */
    @Nullable S state() {
        return found(code()).orElse(null);
    }

    @Nullable String slug() {
        return policy.getValue() == null ? null : policy.getValue().slug();
    }

    @Nullable String clauseId() {
        return clause.getValue() == null ? null : clause.getValue().clauseId();
    }

    Select<String> stateField() {
        return state;
    }
}
